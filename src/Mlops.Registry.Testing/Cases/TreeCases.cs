using Mlops.Registry.Stores;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Testing.Cases;

/// <summary>The tree over the log: roots, nodes and proofs at every size.</summary>
internal static class TreeCases
{
    private const int Largest = 70;

    public static IReadOnlyList<ContractCase> All { get; } =
    [
        new("tree.roots", "The head has the root of the tree over the entries, at every size.", RootsAsync),
        new("tree.nodes", "Every node whose leaves are all there is stored, and no other.", NodesAsync),
        new("tree.proofs", "Inclusion and consistency are proven from the stored nodes.", ProofsAsync),
    ];

    private static async Task RootsAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var leaves = new List<MerkleHash>();
        await ClaimHeadAsync(store, leaves, token).ConfigureAwait(false);
        // One entry a commit, then several, so that nodes are completed within and across commits.
        for (var step = 0; leaves.Count < Largest; step++)
        {
            var count = Math.Max(1, (step - 40) * 3);
            await store
                .CommitAsync(
                    async (work, end) =>
                    {
                        var own = new List<MerkleHash>(leaves);
                        for (var i = 0; i < count; i++)
                        {
                            var entry = StoreCalls.Bytes($"entry {own.Count}");
                            own.Add(MerkleTree.HashLeaf(entry));
                            await work.AppendAsync(entry, null, end).ConfigureAwait(false);
                            var head = await work.GetHeadAsync(end).ConfigureAwait(false);
                            var expected = new LogHead(own.Count, MerkleTree.Root([.. own]));
                            Claim.Equal("A unit sees the root that it made.", expected, head);
                        }

                        return 0;
                    },
                    token
                )
                .ConfigureAwait(false);
            for (var i = 0; i < count; i++)
            {
                leaves.Add(MerkleTree.HashLeaf(StoreCalls.Bytes($"entry {leaves.Count}")));
            }

            await ClaimHeadAsync(store, leaves, token).ConfigureAwait(false);
        }

        await store.ClaimLogIsWholeAsync(leaves.Count, token).ConfigureAwait(false);
    }

    private static async Task ClaimHeadAsync(IRegistryStore store, List<MerkleHash> leaves, CancellationToken token)
    {
        var head = await store.HeadAsync(token).ConfigureAwait(false);
        var expected = new LogHead(leaves.Count, MerkleTree.Root([.. leaves]));
        Claim.Equal("The head has the size and the root of the log.", expected, head);
    }

    private static async Task NodesAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var leaves = await AppendAsync(store, token).ConfigureAwait(false);
        var ids = new List<MerkleNodeId>();
        for (var level = 0; level <= 8; level++)
        {
            for (var index = 0; index <= (Largest >> level) + 1; index++)
            {
                ids.Add(new MerkleNodeId(level, index));
            }
        }

        // Not in the order in which they are stored, and one of them twice.
        ids.Reverse();
        ids.Add(ids[3]);
        var nodes = await store.ReadAsync((reader, end) => reader.ReadAsync(ids, end), token).ConfigureAwait(false);
        Claim.Equal("As many nodes come as were asked for.", ids.Count, nodes.Count);
        for (var i = 0; i < ids.Count; i++)
        {
            MerkleHash? expected =
                ids[i].End <= leaves.Length ? MerkleTree.Root(leaves.AsSpan((int)ids[i].Start..(int)ids[i].End)) : null;
            Claim.Equal($"The node at {ids[i]} is stored when it is complete.", expected, nodes[i]);
        }

        var none = await store.ReadAsync((reader, end) => reader.ReadAsync([], end), token).ConfigureAwait(false);
        Claim.Equal("No nodes may be asked for.", 0, none.Count);
    }

    private static async Task ProofsAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var leaves = await AppendAsync(store, token).ConfigureAwait(false);
        for (var i = 0; i < Largest; i += 7)
        {
            var (index, size) = (i, Largest - (i / 10));
            var inclusion = await store
                .ReadAsync((reader, end) => MerkleProofs.InclusionAsync(reader, index, size, end), token)
                .ConfigureAwait(false);
            Claim.Sequence(
                $"Entry {index} is proven in the tree of {size}.",
                MerkleTree.InclusionProof(leaves.AsSpan(..size), index),
                inclusion
            );
            var consistency = await store
                .ReadAsync((reader, end) => MerkleProofs.ConsistencyAsync(reader, index + 1, Largest, end), token)
                .ConfigureAwait(false);
            Claim.Sequence(
                $"The tree of {index + 1} is proven to have grown.",
                MerkleTree.ConsistencyProof(leaves, index + 1),
                consistency
            );
        }
    }

    private static async Task<MerkleHash[]> AppendAsync(IRegistryStore store, CancellationToken token)
    {
        var leaves = new MerkleHash[Largest];
        for (var i = 0; i < Largest; i++)
        {
            leaves[i] = MerkleTree.HashLeaf(StoreCalls.Bytes($"entry {i}"));
            await store.AppendAsync($"entry {i}", token).ConfigureAwait(false);
        }

        return leaves;
    }
}
