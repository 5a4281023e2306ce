using System.Security.Cryptography;
using Mlops.Registry.Transparency;
using Mlops.Serialization;

namespace Mlops.Cli.Registry.Hosting;

/// <summary>The keys of a log: files that hold the private one, texts or files that hold public ones.</summary>
internal static class LogKeys
{
    /// <summary>What the public key's file is called beside the private one's.</summary>
    public static string PublicFileOf(string path) => path + ".vkey";

    /// <summary>Makes a pair, and writes it where nothing is yet.</summary>
    public static NoteVerifierKey Create(string origin, string path)
    {
        AtomicFile.ThrowIfNoFolder(path);
        foreach (var file in (string[])[path, PublicFileOf(path)])
        {
            if (File.Exists(file))
            {
                throw new CliException($"'{file}' is there already, and a key is not written over; name another file.");
            }
        }

        using var signer = EcdsaNoteSigner.Generate(origin);
        var stream = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            stream.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(path, stream))
        {
            writer.Write(signer.ExportPem().TrimEnd('\n') + "\n");
        }

        File.WriteAllText(PublicFileOf(path), signer.VerifierKey + "\n");
        return signer.VerifierKey;
    }

    public static EcdsaNoteSigner Signer(string origin, string path)
    {
        if (!File.Exists(path))
        {
            throw new CliException(
                $"There is no key '{path}' in {Directory.GetCurrentDirectory()}. 'mlops registry init --new-key {path}' makes one."
            );
        }

        try
        {
            return EcdsaNoteSigner.FromPem(origin, File.ReadAllText(path));
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            throw new CliException(
                $"--key {path}: {error.Message.Split(" (Parameter")[0]} A private key on P-256 in PEM was expected."
            );
        }
    }

    public static IReadOnlyList<INoteVerifier> Verifiers(IReadOnlyList<string> texts) =>
        [.. texts.SelectMany(Lines).Select(line => Verifier(line.Text, line.From))];

    private static IEnumerable<(string Text, string From)> Lines(string text) =>
        File.Exists(text)
            ? File.ReadLines(text)
                .Select(line => line.Trim())
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => (line, text))
            : [(text, text)];

    private static INoteVerifier Verifier(string text, string from)
    {
        try
        {
            return NoteVerifierKey.Parse(text).CreateVerifier();
        }
        catch (Exception error)
            when (error is FormatException or ArgumentException or CryptographicException or NotSupportedException)
        {
            throw new CliException(
                $"--trust {from}: {error.Message.Split(" (Parameter")[0]} A key such as the one in the .vkey file of 'init --new-key', or a file of them, was expected."
            );
        }
    }
}
