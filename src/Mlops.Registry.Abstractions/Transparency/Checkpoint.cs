using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Mlops.Registry.Transparency;

/// <summary>The head of a log at some size: what a log signs, and what others keep so that it can't be rewritten.</summary>
/// <remarks>
/// The text is the origin, the size and the root in base64, a line each, and then any extension lines.
/// Source: C2SP, tlog-checkpoint (c2sp.org/tlog-checkpoint).
/// </remarks>
public sealed class Checkpoint
{
    /// <summary>Takes the head of a log.</summary>
    /// <param name="origin">The identity of the log; a URL without scheme, such as <c>example.com/registry</c>, is good.</param>
    /// <param name="size">The number of entries.</param>
    /// <param name="root">The root over them.</param>
    /// <param name="extensions">Further lines, none of them empty; best none. An ML-DSA signature does not cover them.</param>
    /// <exception cref="ArgumentException">A line is empty or has a control character.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public Checkpoint(string origin, long size, MerkleHash root, IReadOnlyList<string>? extensions = null)
    {
        ThrowIfNotALine(origin, nameof(origin));
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        Origin = origin;
        Size = size;
        Root = root;
        Extensions = extensions is null ? [] : [.. extensions];
        foreach (var line in Extensions)
        {
            ThrowIfNotALine(line, nameof(extensions));
        }
    }

    /// <summary>The identity of the log.</summary>
    public string Origin { get; }

    /// <summary>The number of entries.</summary>
    public long Size { get; }

    /// <summary>The root over them.</summary>
    public MerkleHash Root { get; }

    /// <summary>Further lines, without meaning here.</summary>
    public IReadOnlyList<string> Extensions { get; }

    /// <summary>Reads the text of a checkpoint.</summary>
    /// <param name="text">The text of a note, without its signatures.</param>
    /// <exception cref="FormatException"><paramref name="text"/> is no checkpoint; the message says which line and why.</exception>
    public static Checkpoint Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var checkpoint, out var problem)
            ? checkpoint
            : throw new FormatException($"This is not a checkpoint: {problem}.");
    }

    /// <summary>Reads a signed checkpoint and checks whom it is from.</summary>
    /// <param name="note">The note.</param>
    /// <param name="origin">The log that it must be of.</param>
    /// <param name="trusted">The keys of the log, and of witnesses if a host trusts them as much.</param>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="problem">Why it is not trusted.</param>
    public static bool TryOpen(
        SignedNote note,
        string origin,
        IReadOnlyList<INoteVerifier> trusted,
        [NotNullWhen(true)] out Checkpoint? checkpoint,
        [NotNullWhen(false)] out string? problem
    )
    {
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(origin);
        checkpoint = null;
        if (!note.TryVerify(trusted, out problem) || !TryParse(note.Text, out var read, out problem))
        {
            return false;
        }

        if (read.Origin != origin)
        {
            problem = $"The checkpoint is of the log '{read.Origin}', not of '{origin}'.";
            return false;
        }

        checkpoint = read;
        return true;
    }

    /// <summary>Signs the checkpoint.</summary>
    /// <param name="signers">The keys, one or more.</param>
    /// <param name="cancellationToken">Stops the signing.</param>
    /// <remarks>A log must never sign two checkpoints of which one is not the beginning of the other.</remarks>
    public ValueTask<SignedNote> SignAsync(
        IReadOnlyList<INoteSigner> signers,
        CancellationToken cancellationToken = default
    ) => SignedNote.SignAsync(ToString(), signers, cancellationToken);

    /// <summary>The text that is signed.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Origin}\n{Size}\n{Root.ToBase64()}\n")
        + string.Concat(Extensions.Select(line => line + "\n"));

    internal static bool TryParse(
        string text,
        [NotNullWhen(true)] out Checkpoint? checkpoint,
        [NotNullWhen(false)] out string? problem
    )
    {
        checkpoint = null;
        problem = NoteText.ProblemOf(text);
        if (problem is not null)
        {
            return false;
        }

        var lines = text[..^1].Split('\n');
        if (lines.Length < 3 || lines.Contains(""))
        {
            problem = "it needs three lines or more, origin, size and root, and none may be empty";
            return false;
        }

        if (!TryParseNumber(lines[1], out var size))
        {
            problem = $"line 2 is '{lines[1]}', not a size in decimal digits without leading zeros";
            return false;
        }

        if (!StrictBase64.TryDecode(lines[2], out var root) || root.Length != MerkleHash.Size)
        {
            problem = $"line 3 is '{lines[2]}', not the base64 of {MerkleHash.Size} bytes";
            return false;
        }

        checkpoint = new Checkpoint(lines[0], size, MerkleHash.FromBytes(root), lines[3..]);
        return true;
    }

    internal static bool TryParseNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
        && number.ToString(CultureInfo.InvariantCulture) == text;

    private static void ThrowIfNotALine(string line, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(line, parameter);
        if (line.Contains('\n', StringComparison.Ordinal) || NoteText.ProblemOf(line + "\n") is not null)
        {
            throw new ArgumentException($"'{line}' can't stand on a line: it has a control character.", parameter);
        }
    }
}
