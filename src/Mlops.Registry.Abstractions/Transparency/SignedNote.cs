using System.Diagnostics.CodeAnalysis;

namespace Mlops.Registry.Transparency;

/// <summary>A text and the signatures on it, as C2SP signed-note writes them.</summary>
/// <remarks>
/// Immutable. A note that was read says nothing until <see cref="TryVerify"/> has found a trusted key's signature on it:
/// signatures of other keys are ignored, so that witnesses can add theirs and keys can be changed.
/// Source: C2SP, signed-note (c2sp.org/signed-note).
/// </remarks>
public sealed class SignedNote
{
    /// <summary>The most signatures that a note may have.</summary>
    public const int MaxSignatureCount = 100;

    /// <summary>Puts signatures to a text.</summary>
    /// <param name="text">Ends in a newline, and has no other control character.</param>
    /// <param name="signatures">From 1 to <see cref="MaxSignatureCount"/>.</param>
    /// <exception cref="ArgumentException">The text or the number of signatures is not such.</exception>
    public SignedNote(string text, IReadOnlyList<NoteSignature> signatures)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(signatures);
        if (NoteText.ProblemOf(text) is { } problem)
        {
            throw new ArgumentException($"The text is not that of a note: {problem}.", nameof(text));
        }

        if (signatures.Count is 0 or > MaxSignatureCount)
        {
            throw new ArgumentException(
                $"A note has from 1 to {MaxSignatureCount} signatures; {signatures.Count} were given.",
                nameof(signatures)
            );
        }

        Text = text;
        Signatures = [.. signatures];
    }

    /// <summary>What is signed, its last newline included.</summary>
    public string Text { get; }

    /// <summary>The signatures, of known keys and unknown ones.</summary>
    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <summary>Signs a text.</summary>
    /// <param name="text">Ends in a newline, and has no other control character.</param>
    /// <param name="signers">The keys, one or more.</param>
    /// <param name="cancellationToken">Stops the signing.</param>
    /// <exception cref="ArgumentException">The text is not that of a note, or there is no signer.</exception>
    public static async ValueTask<SignedNote> SignAsync(
        string text,
        IReadOnlyList<INoteSigner> signers,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(signers);
        if (NoteText.ProblemOf(text) is { } problem)
        {
            throw new ArgumentException($"The text can't be signed as a note: {problem}.", nameof(text));
        }

        var bytes = NoteText.ToBytes(text);
        var signatures = new List<NoteSignature>(signers.Count);
        foreach (var signer in signers)
        {
            var signature = await signer.SignAsync(bytes, cancellationToken).ConfigureAwait(false);
            signatures.Add(new NoteSignature(signer.VerifierKey.Name, signer.VerifierKey.KeyId, signature.Span));
        }

        return new SignedNote(text, signatures);
    }

    /// <summary>Reads a note.</summary>
    /// <param name="note">All of it.</param>
    /// <exception cref="FormatException"><paramref name="note"/> is no note; the message says where and why.</exception>
    public static SignedNote Parse(string note)
    {
        ArgumentNullException.ThrowIfNull(note);
        if (NoteText.ProblemOf(note) is { } problem)
        {
            throw new FormatException($"This is not a signed note: {problem}.");
        }

        // Text may have empty lines; signatures follow the last one.
        var cut = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (cut < 0 || cut + 2 == note.Length)
        {
            throw new FormatException("This is not a signed note: no signatures follow an empty line.");
        }

        var lines = note[(cut + 2)..^1].Split('\n');
        if (lines.Length > MaxSignatureCount)
        {
            throw new FormatException($"The note has {lines.Length} signatures; at most {MaxSignatureCount} are read.");
        }

        var signatures = Array.ConvertAll(
            lines,
            line =>
                NoteSignature.TryParse(line)
                ?? throw new FormatException(
                    $"'{line}' is not a signature line: an em dash, the key's name and base64, with a space between, are."
                )
        );
        return new SignedNote(note[..(cut + 1)], signatures);
    }

    /// <summary>Reads a note.</summary>
    /// <param name="note">All of it, in UTF-8.</param>
    /// <exception cref="FormatException"><paramref name="note"/> is no note; the message says where and why.</exception>
    public static SignedNote Parse(ReadOnlySpan<byte> note) =>
        NoteText.TryRead(note, out var text)
            ? Parse(text)
            : throw new FormatException("This is not a signed note: it is not UTF-8.");

    /// <summary>Whether at least one trusted key signed the text, and no trusted key's signature is wrong.</summary>
    /// <param name="trusted">The trusted keys. Signatures of others are ignored, even if they share a name or an identifier.</param>
    /// <param name="problem">Why not.</param>
    public bool TryVerify(IReadOnlyList<INoteVerifier> trusted, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(trusted);
        var text = NoteText.ToBytes(Text);
        var verified = 0;
        foreach (var signature in Signatures)
        {
            foreach (var verifier in trusted)
            {
                if (verifier.Name != signature.KeyName || verifier.KeyId != signature.KeyId)
                {
                    continue;
                }

                if (!verifier.Verify(text, signature.Signature.Span))
                {
                    problem = FormattableString.Invariant(
                        $"The signature of '{signature.KeyName}' (key {signature.KeyId:x8}) is not over this text."
                    );
                    return false;
                }

                verified++;
            }
        }

        problem = verified > 0 ? null : "None of the trusted keys has signed this text.";
        return verified > 0;
    }

    /// <summary>The note as text, byte for byte what was read.</summary>
    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(signature => $"{signature}\n"))}";

    /// <summary>The note in UTF-8, as it is stored and sent.</summary>
    public byte[] ToBytes() => NoteText.ToBytes(ToString());
}
