using System.Text.Json;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Tests.Transparency;

/// <summary>The 196 cases of transparency-dev/merkle; where they are from stands beside them.</summary>
public sealed class MerkleVectorTests
{
    /// <summary>Equal texts stand for the roots there, "don't care 2", and are accepted; here a root has 32 bytes.</summary>
    private const string RootsThatAreNoHashes = "consistency/additional/sizes-are-equal-one-and-proof-is-empty.json";

    [Fact]
    public void VerifyInclusion_EveryPublishedCase_IsJudgedAsThere()
    {
        var cases = Read("inclusion.json");

        Assert.Equal(98, cases.Count);
        Assert.All(
            cases,
            given =>
                Assert.Equal(
                    !given.GetProperty("wantErr").GetBoolean(),
                    MerkleTree.VerifyInclusion(
                        Number(given, "leafIdx"),
                        Number(given, "treeSize"),
                        Bytes(given, "leafHash"),
                        Proof(given),
                        Bytes(given, "root")
                    )
                )
        );
    }

    [Fact]
    public void VerifyConsistency_EveryPublishedCase_IsJudgedAsThereSaveForRootsThatAreNoHashes()
    {
        var cases = Read("consistency.json");

        Assert.Equal(98, cases.Count);
        Assert.All(
            cases,
            given =>
                Assert.Equal(
                    !given.GetProperty("wantErr").GetBoolean()
                        && given.GetProperty("name").GetString() != RootsThatAreNoHashes,
                    MerkleTree.VerifyConsistency(
                        Number(given, "size1"),
                        Number(given, "size2"),
                        Bytes(given, "root1"),
                        Bytes(given, "root2"),
                        Proof(given)
                    )
                )
        );
    }

    private static List<JsonElement> Read(string name)
    {
        using var stream = typeof(MerkleVectorTests).Assembly.GetManifestResourceStream(name)!;
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.Clone().EnumerateArray()];
    }

    // Numbers there are unsigned: what lies beyond ours is negative here, and no more in any tree.
    private static long Number(JsonElement given, string name) => unchecked((long)given.GetProperty(name).GetUInt64());

    private static ReadOnlyMemory<byte> Bytes(JsonElement given, string name) =>
        given.GetProperty(name).ValueKind == JsonValueKind.Null
            ? ReadOnlyMemory<byte>.Empty
            : given.GetProperty(name).GetBytesFromBase64();

    private static ReadOnlyMemory<byte>[] Proof(JsonElement given) =>
        given.GetProperty("proof") is { ValueKind: JsonValueKind.Array } proof
            ? [.. proof.EnumerateArray().Select(hash => new ReadOnlyMemory<byte>(hash.GetBytesFromBase64()))]
            : [];
}
