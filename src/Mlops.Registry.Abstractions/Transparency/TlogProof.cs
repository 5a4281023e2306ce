using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Mlops.Registry.Transparency;

/// <summary>A file that proves, without the log, that an entry is in it: a <c>.tlog-proof</c> of C2SP.</summary>
/// <remarks>
/// Immutable. Holds the index, the inclusion proof and the signed checkpoint. Source: C2SP, tlog-proof (c2sp.org/tlog-proof).
/// </remarks>
public sealed class TlogProof
{
    /// <summary>The extension of such files, with its dot.</summary>
    public const string FileExtension = ".tlog-proof";

    private const string Header = "c2sp.org/tlog-proof@v1";
    private const string ExtraPrefix = "extra ";
    private const string IndexPrefix = "index ";
    private const int LongestProof = 63;

    /// <summary>Puts a proof together.</summary>
    /// <param name="index">The entry, from 0.</param>
    /// <param name="hashes">The inclusion proof in the tree of the checkpoint.</param>
    /// <param name="checkpoint">The signed checkpoint.</param>
    /// <param name="extra">Bytes that travel along and are not proven; none by default.</param>
    /// <exception cref="ArgumentException">The note's text is no checkpoint, or the proof is longer than any can be.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative.</exception>
    public TlogProof(
        long index,
        IReadOnlyList<MerkleHash> hashes,
        SignedNote checkpoint,
        ReadOnlyMemory<byte> extra = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentNullException.ThrowIfNull(hashes);
        ArgumentNullException.ThrowIfNull(checkpoint);
        if (!Transparency.Checkpoint.TryParse(checkpoint.Text, out _, out var problem))
        {
            throw new ArgumentException($"The note is not a checkpoint: {problem}.", nameof(checkpoint));
        }

        if (hashes.Count > LongestProof)
        {
            throw new ArgumentException(
                $"An inclusion proof has at most {LongestProof} hashes; this one has {hashes.Count}.",
                nameof(hashes)
            );
        }

        Index = index;
        Hashes = [.. hashes];
        Checkpoint = checkpoint;
        Extra = extra.ToArray();
    }

    /// <summary>The entry, from 0.</summary>
    public long Index { get; }

    /// <summary>The inclusion proof, from the leaf's neighbour up.</summary>
    public IReadOnlyList<MerkleHash> Hashes { get; }

    /// <summary>The signed checkpoint.</summary>
    public SignedNote Checkpoint { get; }

    /// <summary>Bytes that travel along; empty where none do. Nothing vouches for them.</summary>
    public ReadOnlyMemory<byte> Extra { get; }

    /// <summary>Reads a proof.</summary>
    /// <param name="text">The file.</param>
    /// <exception cref="FormatException"><paramref name="text"/> is no proof; the message says which line and why.</exception>
    public static TlogProof Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // The checkpoint is there as it was signed, with an empty line of its own.
        var cut = text.IndexOf("\n\n", StringComparison.Ordinal);
        var lines = cut < 0 ? [] : text[..cut].Split('\n');
        if (lines.Length < 2 || lines[0] != Header)
        {
            throw new FormatException(
                $"This is not a proof: it begins with the line '{Header}', and an empty line precedes the checkpoint."
            );
        }

        var line = 1;
        byte[]? extra = [];
        if (lines[line].StartsWith(ExtraPrefix, StringComparison.Ordinal))
        {
            if (!StrictBase64.TryDecode(lines[line][ExtraPrefix.Length..], out extra) || extra.Length == 0)
            {
                throw new FormatException($"Line 2 of the proof, '{lines[line]}', has no base64 after 'extra'.");
            }

            line++;
        }

        var number = line < lines.Length ? lines[line] : "";
        if (
            !number.StartsWith(IndexPrefix, StringComparison.Ordinal)
            || !Transparency.Checkpoint.TryParseNumber(number[IndexPrefix.Length..], out var index)
        )
        {
            throw new FormatException(
                $"Line {line + 1} of the proof is '{number}', not 'index' and a number without leading zeros."
            );
        }

        var hashes = Array.ConvertAll(lines[(line + 1)..], MerkleHash.ParseBase64);
        var note = SignedNote.Parse(text[(cut + 2)..]);
        try
        {
            return new TlogProof(index, hashes, note, extra);
        }
        catch (ArgumentException exception)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    /// <summary>Whether the file proves that an entry is in a log.</summary>
    /// <param name="entry">The bytes of the entry, from elsewhere than the file.</param>
    /// <param name="origin">The log.</param>
    /// <param name="trusted">The keys of the log.</param>
    /// <param name="problem">Why not.</param>
    public bool TryVerify(
        ReadOnlySpan<byte> entry,
        string origin,
        IReadOnlyList<INoteVerifier> trusted,
        [NotNullWhen(false)] out string? problem
    ) => TryVerify(MerkleTree.HashLeaf(entry), origin, trusted, out problem);

    /// <summary>Whether the file proves that a leaf is in a log.</summary>
    /// <param name="leafHash">The hash of the leaf, computed from the entry.</param>
    /// <param name="origin">The log.</param>
    /// <param name="trusted">The keys of the log.</param>
    /// <param name="problem">Why not.</param>
    public bool TryVerify(
        MerkleHash leafHash,
        string origin,
        IReadOnlyList<INoteVerifier> trusted,
        [NotNullWhen(false)] out string? problem
    )
    {
        if (!Transparency.Checkpoint.TryOpen(Checkpoint, origin, trusted, out var checkpoint, out problem))
        {
            return false;
        }

        if (!MerkleTree.VerifyInclusion(Index, checkpoint.Size, leafHash, Hashes, checkpoint.Root))
        {
            problem =
                $"The hashes do not lead from this entry, at index {Index}, to the root of size {checkpoint.Size}.";
            return false;
        }

        return true;
    }

    /// <summary>The file.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Header).Append('\n');
        if (!Extra.IsEmpty)
        {
            text.Append(ExtraPrefix).Append(Convert.ToBase64String(Extra.Span)).Append('\n');
        }

        text.Append(IndexPrefix).Append(Index.ToString(CultureInfo.InvariantCulture)).Append('\n');
        foreach (var hash in Hashes)
        {
            text.Append(hash.ToBase64()).Append('\n');
        }

        return text.Append('\n').Append(Checkpoint).ToString();
    }
}
