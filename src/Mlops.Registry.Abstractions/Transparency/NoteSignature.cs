using System.Buffers.Binary;

namespace Mlops.Registry.Transparency;

/// <summary>One signature line of a note.</summary>
/// <remarks>Immutable. The name and the identifier say which key to check it with; neither proves anything.</remarks>
public sealed class NoteSignature
{
    private const string Dash = "\u2014 ";
    private const int KeyIdLength = sizeof(uint);
    private readonly byte[] _signature;

    /// <summary>Takes a signature.</summary>
    /// <param name="keyName">The name of the key.</param>
    /// <param name="keyId">The identifier of the key.</param>
    /// <param name="signature">What the key made of the text; at least one byte.</param>
    /// <exception cref="ArgumentException">The name is none, or the signature is empty.</exception>
    public NoteSignature(string keyName, uint keyId, ReadOnlySpan<byte> signature)
    {
        KeyName = NoteKeyName.ThrowIfInvalid(keyName, nameof(keyName));
        if (signature.IsEmpty)
        {
            throw new ArgumentException("A signature has at least one byte.", nameof(signature));
        }

        KeyId = keyId;
        _signature = signature.ToArray();
    }

    /// <summary>The name of the key.</summary>
    public string KeyName { get; }

    /// <summary>The identifier of the key.</summary>
    public uint KeyId { get; }

    /// <summary>The signature without the identifier.</summary>
    public ReadOnlyMemory<byte> Signature => _signature;

    /// <summary>The line: an em dash, the name, and base64 of the identifier and the signature; no newline.</summary>
    public override string ToString()
    {
        var bytes = new byte[KeyIdLength + _signature.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        _signature.CopyTo(bytes, KeyIdLength);
        return $"{Dash}{KeyName} {Convert.ToBase64String(bytes)}";
    }

    internal static NoteSignature? TryParse(string line)
    {
        if (!line.StartsWith(Dash, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = line[Dash.Length..].Split(' ');
        return
            parts.Length == 2
            && NoteKeyName.IsValid(parts[0])
            && StrictBase64.TryDecode(parts[1], out var bytes)
            && bytes.Length > KeyIdLength
            ? new NoteSignature(parts[0], BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsSpan(KeyIdLength))
            : null;
    }
}
