using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Mlops.Registry.Transparency;

/// <summary>A public key under a name, as C2SP signed-note writes it: <c>name+identifier+base64(type, key)</c>.</summary>
/// <remarks>Immutable. The text form parses back to the same key; it is what a host hands to its auditors.</remarks>
public sealed class NoteVerifierKey
{
    private readonly byte[] _publicKey;

    /// <summary>Takes a public key and computes its identifier.</summary>
    /// <param name="name">The name, such as <c>example.com/log42</c>: no space, no plus.</param>
    /// <param name="type">The kind of signatures that the key makes.</param>
    /// <param name="publicKey">For ECDSA the SubjectPublicKeyInfo in DER; for the others the raw key.</param>
    /// <exception cref="ArgumentException">The name is none, or the key is empty.</exception>
    public NoteVerifierKey(string name, NoteSignatureType type, ReadOnlySpan<byte> publicKey)
    {
        Name = NoteKeyName.ThrowIfInvalid(name, nameof(name));
        if (type is < (NoteSignatureType)1 or > (NoteSignatureType)byte.MaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(type), type, "The type is a byte, and not 0.");
        }

        if (publicKey.IsEmpty)
        {
            throw new ArgumentException("The public key is empty.", nameof(publicKey));
        }

        Type = type;
        _publicKey = publicKey.ToArray();
        KeyId = IdentifierOf(name, type, publicKey);
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The kind of signatures that the key makes.</summary>
    public NoteSignatureType Type { get; }

    /// <summary>The first four bytes of a SHA-256: over the key in DER for ECDSA, over name, type and key for the others.</summary>
    public uint KeyId { get; }

    /// <summary>The key as the type writes it.</summary>
    public ReadOnlyMemory<byte> PublicKey => _publicKey;

    /// <summary>Reads the text form.</summary>
    /// <param name="text">Such as <c>example.com/log42+530d903a+…</c>.</param>
    /// <exception cref="FormatException"><paramref name="text"/> is something else, or its identifier is not its key's.</exception>
    public static NoteVerifierKey Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // Base64 has plus signs of its own.
        var parts = text.Split('+', 3);
        if (
            parts.Length != 3
            || !NoteKeyName.IsValid(parts[0])
            || parts[1].Length != 8
            || !parts[1].All(char.IsAsciiHexDigitLower)
            || !StrictBase64.TryDecode(parts[2], out var bytes)
            || bytes.Length < 2
            || bytes[0] == 0
        )
        {
            throw new FormatException(
                $"'{text}' is not a verifier key: a name, eight hexadecimal digits and the base64 of type and key, joined by plus signs, are."
            );
        }

        var key = new NoteVerifierKey(parts[0], (NoteSignatureType)bytes[0], bytes.AsSpan(1));
        return key.Identifier == parts[1]
            ? key
            : throw new FormatException($"The key in '{text}' has the identifier {key.Identifier}, not {parts[1]}.");
    }

    /// <summary>What checks signatures of this key.</summary>
    /// <exception cref="NotSupportedException">There is no verifier for keys of this type.</exception>
    /// <exception cref="PlatformNotSupportedException">The platform lacks the algorithm.</exception>
    /// <exception cref="CryptographicException">The bytes are no key of this type.</exception>
    public INoteVerifier CreateVerifier() =>
        Type switch
        {
            NoteSignatureType.Ecdsa => new EcdsaNoteVerifier(this),
            NoteSignatureType.MlDsa44Cosignature => new MlDsaNoteVerifier(this),
            _ => throw new NotSupportedException(
                $"There is no verifier for signatures of type {Type} ('{Name}'): ECDSA (2) and ML-DSA-44 (6) have one."
            ),
        };

    /// <summary>The text form, which <see cref="Parse"/> reads.</summary>
    public override string ToString() => $"{Name}+{Identifier}+{Convert.ToBase64String([(byte)Type, .. _publicKey])}";

    private string Identifier => KeyId.ToString("x8", CultureInfo.InvariantCulture);

    private static uint IdentifierOf(string name, NoteSignatureType type, ReadOnlySpan<byte> publicKey)
    {
        var hash =
            type == NoteSignatureType.Ecdsa
                ? SHA256.HashData(publicKey)
                : SHA256.HashData([.. NoteText.ToBytes(name), (byte)'\n', (byte)type, .. publicKey]);
        return BinaryPrimitives.ReadUInt32BigEndian(hash);
    }
}
