using Mlops.Registry.Transparency;

namespace Mlops.Registry.Tests.Transparency;

/// <summary>Logs to prove things of, and the definitions of RFC 6962 as it writes them, to compare with.</summary>
internal static class Leaves
{
    /// <summary>The entries of the published vectors (transparency-dev/merkle, testonly/constants.go).</summary>
    public static readonly byte[][] Published =
    [
        .. new[]
        {
            "",
            "00",
            "10",
            "2021",
            "3031",
            "40414243",
            "5051525354555657",
            "606162636465666768696a6b6c6d6e6f",
        }.Select(Convert.FromHexString),
    ];

    public static byte[] Entry(long index) => System.Text.Encoding.UTF8.GetBytes($"entry {index}");

    public static MerkleHash[] Hashes(int count) =>
        [.. Enumerable.Range(0, count).Select(index => MerkleTree.HashLeaf(Entry(index)))];

    /// <summary>MTH of RFC 6962, section 2.1, over leaf hashes.</summary>
    public static MerkleHash Root(ReadOnlySpan<MerkleHash> leaves)
    {
        if (leaves.Length < 2)
        {
            return leaves.Length == 0 ? MerkleTree.EmptyRoot : leaves[0];
        }

        var k = Split(leaves.Length);
        return MerkleTree.HashChildren(Root(leaves[..k]), Root(leaves[k..]));
    }

    /// <summary>PATH of RFC 6962, section 2.1.1.</summary>
    public static List<MerkleHash> Path(int m, ReadOnlySpan<MerkleHash> leaves)
    {
        if (leaves.Length == 1)
        {
            return [];
        }

        var k = Split(leaves.Length);
        return m < k ? [.. Path(m, leaves[..k]), Root(leaves[k..])] : [.. Path(m - k, leaves[k..]), Root(leaves[..k])];
    }

    /// <summary>SUBPROOF of RFC 6962, section 2.1.2; PROOF where <paramref name="whole"/>.</summary>
    public static List<MerkleHash> Proof(int m, ReadOnlySpan<MerkleHash> leaves, bool whole = true)
    {
        if (m == leaves.Length)
        {
            return whole ? [] : [Root(leaves)];
        }

        var k = Split(leaves.Length);
        return m <= k
            ? [.. Proof(m, leaves[..k], whole), Root(leaves[k..])]
            : [.. Proof(m - k, leaves[k..], false), Root(leaves[..k])];
    }

    /// <summary>The hash with one bit turned over.</summary>
    public static MerkleHash Flip(MerkleHash hash, int bit)
    {
        var bytes = hash.ToArray();
        bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        return MerkleHash.FromBytes(bytes);
    }

    private static int Split(int n)
    {
        var k = 1;
        while (k * 2 < n)
        {
            k *= 2;
        }

        return k;
    }
}
