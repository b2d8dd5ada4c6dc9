import DossierModel

/// In this room a record is ours: the database library has a type of that name too.
typealias Record = DossierModel.Record
