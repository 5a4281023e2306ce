using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Tests.Transparency;

public sealed class MerkleTreeTests
{
    private static readonly string[] _roots =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    private const string D37 = "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7";
    private const string Ca8 = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
    private const string F08 = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
    private const string Bc1 = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
    private const string A29 = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
    private const string B47 = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
    private const string Ebc = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";

    private static MerkleHash[] Published(int size) =>
        [.. Leaves.Published.Take(size).Select(entry => MerkleTree.HashLeaf(entry))];

    [Fact]
    public void Root_PublishedLeaves_IsThePublishedRootAtEverySize() =>
        Assert.Equal(_roots, Enumerable.Range(0, 9).Select(size => MerkleTree.Root(Published(size)).ToString()));

    // transparency-dev/merkle, rfc6962/rfc6962_test.go.
    [Fact]
    public void Hash_PublishedInputs_HasThePublishedDigests()
    {
        Assert.Equal(
            "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56",
            MerkleTree.HashLeaf("L123456"u8).ToString()
        );
        // google/certificate-transparency, python/ct/crypto/merkle_test.py.
        Assert.Equal(
            "3bfb960453ebaebf33727da7a1f4db38acc051d381b6da20d6d4e88f0eabfd7a",
            MerkleTree.HashLeaf(Convert.FromHexString("101112131415161718191a1b1c1d1e1f")).ToString()
        );
        Assert.Equal(
            "1a378704c17da31e2d05b6d121c2bb2c7d76f6ee6fa8f983e596c2d034963c57",
            MerkleTree
                .HashChildren(
                    MerkleHash.Parse("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"),
                    MerkleHash.Parse("202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f")
                )
                .ToString()
        );
    }

    [Fact]
    public void HashLeaf_BytesOfANode_IsNotThatNode()
    {
        var (left, right) = (MerkleTree.HashLeaf("a"u8), MerkleTree.HashLeaf("b"u8));
        byte[] forged = [.. left.ToArray(), .. right.ToArray()];

        Assert.NotEqual(MerkleTree.HashChildren(left, right), MerkleTree.HashLeaf(forged));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(510)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(100_000)]
    public void HashLeaf_AnyLength_IsTheHashOfZeroAndTheBytes(int length)
    {
        var entry = Enumerable.Range(0, length).Select(i => (byte)(i * 7)).ToArray();

        Assert.Equal(System.Security.Cryptography.SHA256.HashData([0, .. entry]), MerkleTree.HashLeaf(entry).ToArray());
    }

    [Theory]
    [InlineData(0, A29, F08, B47)]
    [InlineData(5, Bc1, Ca8, D37)]
    public void InclusionProof_PublishedLeaves_IsThePublishedProof(int index, params string[] proof) =>
        Assert.Equal(proof, MerkleTree.InclusionProof(Published(8), index).Select(hash => hash.ToString()));

    [Theory]
    [InlineData(1, 8, A29, F08, B47)]
    [InlineData(6, 8, Ebc, Ca8, D37)]
    [InlineData(2, 5, F08, Bc1)]
    [InlineData(8, 8)]
    public void ConsistencyProof_PublishedLeaves_IsThePublishedProof(int first, int second, params string[] proof) =>
        Assert.Equal(proof, MerkleTree.ConsistencyProof(Published(second), first).Select(hash => hash.ToString()));

    // RFC 9162, section 2.1.5: the hash tree with seven leaves.
    [Fact]
    public void Proofs_SevenLeaves_AreThoseOfTheRfc()
    {
        var d = Leaves.Hashes(7);
        MerkleHash Node(MerkleHash left, MerkleHash right) => MerkleTree.HashChildren(left, right);
        var (g, h, i, j) = (Node(d[0], d[1]), Node(d[2], d[3]), Node(d[4], d[5]), d[6]);
        var (k, l) = (Node(g, h), Node(i, j));

        Assert.Equal(Node(k, l), MerkleTree.Root(d));
        Assert.Equal([d[1], h, l], MerkleTree.InclusionProof(d, 0));
        Assert.Equal([d[2], g, l], MerkleTree.InclusionProof(d, 3));
        Assert.Equal([d[5], j, k], MerkleTree.InclusionProof(d, 4));
        Assert.Equal([i, k], MerkleTree.InclusionProof(d, 6));
        Assert.Equal([d[2], d[3], g, l], MerkleTree.ConsistencyProof(d, 3));
        Assert.Equal([l], MerkleTree.ConsistencyProof(d, 4));
        Assert.Equal([i, j, k], MerkleTree.ConsistencyProof(d, 6));
    }

    [Fact]
    public void Proofs_EverySizeUpTo130_AreTheRecursiveDefinition()
    {
        var leaves = Leaves.Hashes(130);
        for (var size = 1; size <= leaves.Length; size++)
        {
            var tree = leaves.AsSpan(0, size);
            var root = MerkleTree.Root(tree);
            Assert.Equal(Leaves.Root(tree), root);
            for (var m = 0; m < size; m++)
            {
                var inclusion = MerkleTree.InclusionProof(tree, m);
                Assert.Equal(Leaves.Path(m, tree), inclusion);
                Assert.True(MerkleTree.VerifyInclusion(m, size, leaves[m], inclusion, root));
                var consistency = MerkleTree.ConsistencyProof(tree, m + 1);
                Assert.Equal(Leaves.Proof(m + 1, tree), consistency);
                var firstRoot = MerkleTree.Root(leaves.AsSpan(0, m + 1));
                Assert.True(MerkleTree.VerifyConsistency(m + 1, size, firstRoot, root, consistency));
            }
        }
    }

    [Fact]
    public void VerifyInclusion_AnythingChanged_IsFalse() =>
        Check.One(
            Config.QuickThrowOnFailure.WithReplay(6962, 3).WithMaxTest(300),
            Prop.ForAll(
                Gen.Choose(1, 300)
                    .SelectMany(size => Gen.Choose(0, size - 1).Select(index => (size, index)))
                    .SelectMany(tree => Gen.Choose(0, 255).Select(bit => (tree.size, tree.index, bit)))
                    .ToArbitrary(),
                given =>
                {
                    var (size, index, bit) = given;
                    var leaves = Leaves.Hashes(size);
                    var proof = MerkleTree.InclusionProof(leaves, index);
                    var (leaf, root) = (leaves[index], MerkleTree.Root(leaves));
                    bool Verify(long i, long n, MerkleHash l, IReadOnlyList<MerkleHash> p, MerkleHash r) =>
                        MerkleTree.VerifyInclusion(i, n, l, p, r);

                    var refused = proof
                        .Select(
                            (hash, place) =>
                                (MerkleHash[])[.. proof.Take(place), Leaves.Flip(hash, bit), .. proof.Skip(place + 1)]
                        )
                        .All(changed => !Verify(index, size, leaf, changed, root));
                    return refused
                        && Verify(index, size, leaf, proof, root)
                        && !Verify(index, size, Leaves.Flip(leaf, bit), proof, root)
                        && !Verify(index, size, leaf, proof, Leaves.Flip(root, bit))
                        && !Verify(index, size, leaf, [.. proof, root], root)
                        && !Verify(index, size, leaf, [root, .. proof], root)
                        && (proof.Count == 0 || !Verify(index, size, leaf, [.. proof.Skip(1)], root))
                        && (proof.Count == 0 || !Verify(index, size, leaf, [.. proof.SkipLast(1)], root))
                        && (size == 1 || !Verify((index + 1) % size, size, leaf, proof, root))
                        && !Verify(-1, size, leaf, proof, root)
                        && !Verify(index + size, size, leaf, proof, root);
                }
            )
        );

    [Fact]
    public void VerifyConsistency_AnythingChanged_IsFalse() =>
        Check.One(
            Config.QuickThrowOnFailure.WithReplay(6962, 3).WithMaxTest(300),
            Prop.ForAll(
                Gen.Choose(2, 300)
                    .SelectMany(second => Gen.Choose(1, second - 1).Select(first => (first, second)))
                    .SelectMany(tree => Gen.Choose(0, 255).Select(bit => (tree.first, tree.second, bit)))
                    .ToArbitrary(),
                given =>
                {
                    var (first, second, bit) = given;
                    var leaves = Leaves.Hashes(second);
                    var proof = MerkleTree.ConsistencyProof(leaves, first);
                    var (a, b) = (MerkleTree.Root(leaves.AsSpan(0, first)), MerkleTree.Root(leaves));
                    bool Verify(long n, long m, MerkleHash x, MerkleHash y, IReadOnlyList<MerkleHash> p) =>
                        MerkleTree.VerifyConsistency(n, m, x, y, p);

                    var refused = proof
                        .Select(
                            (hash, place) =>
                                (MerkleHash[])[.. proof.Take(place), Leaves.Flip(hash, bit), .. proof.Skip(place + 1)]
                        )
                        .All(changed => !Verify(first, second, a, b, changed));
                    return refused
                        && Verify(first, second, a, b, proof)
                        && !Verify(first, second, Leaves.Flip(a, bit), b, proof)
                        && !Verify(first, second, a, Leaves.Flip(b, bit), proof)
                        && !Verify(first, second, b, a, proof)
                        && !Verify(first, second, a, b, [.. proof, b])
                        && !Verify(first, second, a, b, [a, .. proof])
                        && !Verify(first, second, a, b, [.. proof.Skip(1)])
                        && !Verify(first, second, a, b, [])
                        && !Verify(0, second, a, b, proof)
                        && !Verify(-1, second, a, b, proof)
                        && !Verify(second, first, a, b, proof);
                }
            )
        );

    [Fact]
    public void VerifyConsistency_EqualSizes_TakesNoProofAndEqualRoots()
    {
        var root = MerkleTree.Root(Leaves.Hashes(3));

        Assert.True(MerkleTree.VerifyConsistency(3, 3, root, root, []));
        Assert.False(MerkleTree.VerifyConsistency(3, 3, root, root, [root]));
        Assert.False(MerkleTree.VerifyConsistency(3, 3, root, Leaves.Flip(root, 0), []));
        Assert.False(MerkleTree.VerifyConsistency(0, 0, MerkleTree.EmptyRoot, MerkleTree.EmptyRoot, []));
        Assert.False(MerkleTree.VerifyConsistency(0, 3, MerkleTree.EmptyRoot, root, []));
    }

    [Fact]
    public void Verify_HashesOfOtherLengths_IsFalseAndNoException()
    {
        ReadOnlyMemory<byte> hash = MerkleTree.HashLeaf("x"u8).ToArray();
        ReadOnlyMemory<byte>[] none = [];
        foreach (var other in new ReadOnlyMemory<byte>[] { default, hash[1..], (byte[])[.. hash.Span, 0] })
        {
            Assert.True(MerkleTree.VerifyInclusion(0, 1, hash, none, hash));
            Assert.False(MerkleTree.VerifyInclusion(0, 1, other, none, hash));
            Assert.False(MerkleTree.VerifyInclusion(0, 1, hash, none, other));
            Assert.False(MerkleTree.VerifyInclusion(0, 1, other, none, other));
            Assert.False(MerkleTree.VerifyInclusion(0, 2, hash, new[] { other }, hash));
            Assert.True(MerkleTree.VerifyConsistency(1, 1, hash, hash, none));
            Assert.False(MerkleTree.VerifyConsistency(1, 1, other, other, none));
            Assert.False(MerkleTree.VerifyConsistency(1, 2, hash, hash, new[] { other }));
        }
    }

    [Theory]
    [InlineData(long.MaxValue, long.MaxValue)]
    [InlineData(long.MinValue, 1)]
    [InlineData(0, long.MinValue)]
    [InlineData(long.MaxValue - 1, long.MaxValue)]
    public void Verify_NumbersAtTheirEnds_IsFalseAndNoException(long index, long size)
    {
        var hash = MerkleTree.EmptyRoot;

        Assert.False(MerkleTree.VerifyInclusion(index, size, hash, [hash], hash));
        Assert.False(MerkleTree.VerifyConsistency(index, size, hash, hash, [hash]));
    }

    [Fact]
    public void Proof_OutsideTheTree_NamesTheArgument()
    {
        var leaves = Leaves.Hashes(3);

        Assert.Throws<ArgumentOutOfRangeException>("index", () => MerkleTree.InclusionProof(leaves, 3));
        Assert.Throws<ArgumentOutOfRangeException>("index", () => MerkleTree.InclusionProof(leaves, -1));
        Assert.Throws<ArgumentOutOfRangeException>("first", () => MerkleTree.ConsistencyProof(leaves, 0));
        Assert.Throws<ArgumentOutOfRangeException>("first", () => MerkleTree.ConsistencyProof(leaves, 4));
    }

    [Fact]
    public void HashLeaf_ShortEntry_AllocatesNothing()
    {
        var entry = Encoding.UTF8.GetBytes("an entry of the log");
        var hash = MerkleTree.HashLeaf(entry);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            hash = MerkleTree.HashChildren(hash, MerkleTree.HashLeaf(entry));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.NotEqual(default, hash);
    }
}
