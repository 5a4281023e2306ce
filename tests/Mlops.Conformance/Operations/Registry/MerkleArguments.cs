using System.Text.Json;
using Mlops.Conformance.Protocol;
using Mlops.Registry.Transparency;

namespace Mlops.Conformance.Operations.Registry;

/// <summary>Leaves, hashes and sizes as the operations of the log write them.</summary>
internal static class MerkleArguments
{
    private const string NoHash = "has something that is not hexadecimal digits, two for each byte.";

    /// <summary>The hashes of the leaves, which are given as hexadecimal bytes.</summary>
    public static MerkleHash[] LeafHashes(CaseArguments arguments) =>
        Array.ConvertAll(
            arguments.Texts("leaves"),
            leaf =>
                TryRead(leaf) is { } bytes
                    ? MerkleTree.HashLeaf(bytes.Span)
                    : throw InvalidCaseException.Argument("leaves", NoHash)
        );

    /// <summary>A number within bounds.</summary>
    public static int Within(CaseArguments arguments, string name, int least, int most)
    {
        var value = arguments.Integer(name);
        return value >= least && value <= most
            ? value
            : throw InvalidCaseException.Argument(name, $"is {value}; it must be from {least} to {most}.");
    }

    /// <summary>A number of which nothing is asked: what is no whole number is -1, which is never right.</summary>
    public static long Number(CaseArguments arguments, string name) =>
        arguments.Element(name) is { ValueKind: JsonValueKind.Number } given && given.TryGetInt64(out var number)
            ? number
            : -1;

    /// <summary>Bytes of which nothing is asked: what is no hexadecimal text is a hash of no bytes, which is never right.</summary>
    public static ReadOnlyMemory<byte> Bytes(CaseArguments arguments, string name) => Bytes(arguments.Element(name));

    /// <summary>A proof of which nothing is asked: what is no list is one hash of no bytes.</summary>
    public static ReadOnlyMemory<byte>[] Proof(CaseArguments arguments)
    {
        var given = arguments.Element("proof");
        return given.ValueKind == JsonValueKind.Array ? [.. given.EnumerateArray().Select(Bytes)] : [Bytes(given)];
    }

    private static ReadOnlyMemory<byte> Bytes(JsonElement given) =>
        given.ValueKind == JsonValueKind.String && TryRead(given.GetString()!) is { } bytes
            ? bytes
            : ReadOnlyMemory<byte>.Empty;

    private static ReadOnlyMemory<byte>? TryRead(string text) =>
        text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : null;
}
