import Foundation

/// Readers of packages that are not ours: bagit-python of the Library of Congress, bagit-profile, sha256sum and
/// sha512sum, and ro-crate-py.
enum PackageValidator {
    /// What they hold against bags; nothing when all are sound.
    /// - Throws: ``Failure``
    static func complaints(about bags: [URL], profile: URL) async throws -> [Complaint] {
        var complaints: [Complaint] = []
        for bag in bags {
            for (tool, list) in [
                ("sha256sum", "manifest-sha256.txt"), ("sha256sum", "tagmanifest-sha256.txt"),
                ("sha512sum", "manifest-sha512.txt"), ("sha512sum", "tagmanifest-sha512.txt"),
            ] {
                let ending = try await ChildProcess.run(
                    try Validators.tool("env"),
                    ["-C", bag.filePath, try Validators.tool(tool).filePath, "--check", "--strict", "--quiet", list])
                if ending.status != 0 {
                    complaints.append(Complaint(file: bag.lastPathComponent, rule: tool, message: ending.errors))
                }
            }
        }
        return complaints + (try await judge(bags, profile: profile))
    }

    static func python(_ script: String, _ arguments: [String]) async throws -> Ending {
        let modules = try Validators.file("python/installed.txt").deletingLastPathComponent()
        return try await ChildProcess.run(
            try Validators.tool("env"),
            ["PYTHONPATH=\(modules.filePath)", try Validators.tool("python3").filePath, "-W", "ignore", "-c", script]
                + arguments)
    }

    private static func judge(_ bags: [URL], profile: URL) async throws -> [Complaint] {
        let script = """
            import logging, os, sys
            import bagit, bagit_profile
            from rocrate.rocrate import ROCrate
            logging.disable(logging.CRITICAL)
            import json
            profile = json.load(open(sys.argv[1]))
            for path in sys.argv[2:]:
                try:
                    bag = bagit.Bag(path)
                    bag.validate()
                    checker = bagit_profile.Profile(bag.info['BagIt-Profile-Identifier'], profile=profile, ignore_baginfo_tag_case=False)
                    if not checker.validate(bag): print(path, 'profile', checker.report)
                    if os.path.exists(path + '/data/ro-crate-metadata.json'):
                        entities = ROCrate(path + '/data').get_entities()
                        if len(entities) < 4: print(path, 'crate', len(entities))
                except Exception as error:
                    print(path, type(error).__name__, error)
            print('judged', len(sys.argv) - 2)
            """
        let ending = try await python(script, [profile.filePath] + bags.map(\.filePath))
        let lines = ending.output.split(separator: "\n").map(String.init)
        guard ending.status == 0, lines.last == "judged \(bags.count)" else {
            throw Failure.noJudgement("bagit-python", ending.output.suffix(500) + ending.errors)
        }
        return lines.dropLast().map { Complaint(file: "bagit", message: $0) }
    }

    /// The names of those bags that bagit-python takes for whole and unchanged.
    static func accepted(_ bags: [URL]) async throws -> Set<String> {
        let script = """
            import logging, os, sys
            import bagit
            logging.disable(logging.CRITICAL)
            for path in sys.argv[1:]:
                try:
                    bagit.Bag(path).validate()
                    print(os.path.basename(path))
                except Exception:
                    pass
            """
        let ending = try await python(script, bags.map(\.filePath))
        guard ending.status == 0 else { throw Failure.noJudgement("bagit-python", ending.errors) }
        return Set(ending.output.split(separator: "\n").map(String.init))
    }

    /// Changes a bag in `count` ways, each in a copy of its own, and asks bagit-python and `dossier` of each. The answers
    /// are lines such as `byte bagit=rejects dossier=1`.
    static func mutations(of bag: URL, count: Int, in scratch: URL, program: URL) async throws -> [String] {
        let script = """
            import logging, os, random, shutil, subprocess, sys
            import bagit
            logging.disable(logging.CRITICAL)
            bag, scratch, program, count = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
            random.seed(20261124)
            def files(root, below):
                found = [os.path.join(folder, name) for folder, _, names in os.walk(os.path.join(root, below)) for name in names]
                return sorted(path for path in found if os.path.getsize(path) > 0)
            def flip(path):
                with open(path, 'r+b') as file:
                    content = bytearray(file.read())
                    content[random.randrange(len(content))] ^= 1 << random.randrange(8)
                    file.seek(0); file.write(content)
            def digest(path):
                lines = open(path).read().split('\\n')
                index = random.randrange(len(lines) - 1)
                place = random.randrange(64)
                other = random.choice([digit for digit in '0123456789abcdef' if digit != lines[index][place]])
                lines[index] = lines[index][:place] + other + lines[index][place + 1:]
                open(path, 'w').write('\\n'.join(lines))
            def drop(path):
                lines = open(path).read().split('\\n')
                del lines[random.randrange(len(lines) - 1)]
                open(path, 'w').write('\\n'.join(lines))
            def mutate(root, kind):
                payload = random.choice(files(root, 'data'))
                tags = [os.path.join(root, name) for name in ('bagit.txt', 'bag-info.txt', 'index.html', 'index.json', 'HOW-TO-VERIFY.txt')]
                lists = [os.path.join(root, name) for name in sorted(os.listdir(root)) if 'manifest-' in name]
                if kind == 'flip': flip(payload)
                if kind == 'tag': flip(random.choice(tags))
                if kind == 'delete': os.remove(payload)
                if kind == 'add': open(os.path.join(root, 'data', 'added-%d.txt' % random.randrange(10 ** 6)), 'w').write('x')
                if kind == 'cut': os.truncate(payload, os.path.getsize(payload) - 1)
                if kind == 'rename': os.rename(payload, payload + '.x')
                if kind == 'digest': digest(random.choice(lists))
                if kind == 'drop': drop(os.path.join(root, random.choice(['manifest-sha256.txt', 'manifest-sha512.txt'])))
            kinds = ['flip', 'tag', 'delete', 'add', 'cut', 'rename', 'digest', 'drop']
            for number in range(count):
                copy = os.path.join(scratch, 'm%d' % number)
                shutil.copytree(bag, copy)
                kind = kinds[number % len(kinds)]
                mutate(copy, kind)
                try:
                    bagit.Bag(copy).validate()
                    theirs = 'accepts'
                except Exception:
                    theirs = 'rejects'
                ours = subprocess.run([program, 'verify', copy], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
                print(kind, 'bagit=' + theirs, 'dossier=%d' % ours)
                shutil.rmtree(copy)
            """
        let ending = try await python(script, [bag.filePath, scratch.filePath, program.filePath, "\(count)"])
        guard ending.status == 0 else { throw Failure.noJudgement("bagit-python", ending.errors) }
        return ending.output.split(separator: "\n").map(String.init)
    }
}
