using Mlops.Registry.Transparency;

namespace Mlops.Registry.Tests.Transparency;

/// <summary>A log as a store has it, to damage, and its checkpoints as a host has them.</summary>
internal sealed class DamagedLog
{
    public const string Origin = "example.com/registry";

    private readonly List<MerkleHash> _roots = [MerkleTree.EmptyRoot];

    public DamagedLog(int size, StoredNodes nodes = StoredNodes.All)
    {
        NodesKept = nodes;
        Append(size);
    }

    public StoredNodes NodesKept { get; }

    public List<LogEntry> Entries { get; } = [];

    public List<MerkleNode> Nodes { get; } = [];

    public long HeadSize { get; set; }

    public MerkleHash HeadRoot { get; set; }

    public List<SignedNote> Checkpoints { get; } = [];

    /// <summary>The head that the log had at a size, before any damage.</summary>
    public Checkpoint Head(int size) => new(Origin, size, _roots[size]);

    public void Append(int count)
    {
        var frontier = new MerkleFrontier();
        foreach (var entry in Entries)
        {
            frontier.Append(entry.LeafHash!.Value);
        }

        for (var i = 0; i < count; i++)
        {
            var content = Leaves.Entry(frontier.Size);
            var hash = MerkleTree.HashLeaf(content);
            Entries.Add(new LogEntry(frontier.Size, content, hash));
            frontier.Append(
                hash,
                node =>
                {
                    if (NodesKept != StoredNodes.Interior || node.Id.Level > 0)
                    {
                        Nodes.Add(node);
                    }
                }
            );
            _roots.Add(frontier.Root);
        }

        (HeadSize, HeadRoot) = (frontier.Size, frontier.Root);
    }

    public async Task PublishAsync(INoteSigner signer, params int[] sizes)
    {
        foreach (var size in sizes)
        {
            Checkpoints.Add(await Head(size).SignAsync([signer], TestContext.Current.CancellationToken));
        }
    }

    /// <summary>Other bytes, with the hash that belongs to them.</summary>
    public void Rewrite(int index, bool withHash = true)
    {
        var content = Leaves.Entry(index + 1_000_000);
        Entries[index] = Entries[index] with
        {
            Content = content,
            LeafHash = withHash ? MerkleTree.HashLeaf(content) : Entries[index].LeafHash,
        };
    }

    /// <summary>Makes nodes and head agree with the entries again, as whoever rewrites a log would.</summary>
    public void RebuildNodes()
    {
        Nodes.Clear();
        var frontier = new MerkleFrontier();
        foreach (var entry in Entries)
        {
            frontier.Append(entry.LeafHash!.Value, Nodes.Add);
        }

        if (NodesKept == StoredNodes.Interior)
        {
            Nodes.RemoveAll(node => node.Id.Level == 0);
        }

        (HeadSize, HeadRoot) = (frontier.Size, frontier.Root);
    }

    public async Task<LogVerification> VerifyAsync(params INoteVerifier[] trusted) =>
        await LogVerifier.VerifyAsync(
            new LogVerifierOptions
            {
                Origin = Origin,
                Trusted = trusted,
                HeadSize = HeadSize,
                HeadRoot = HeadRoot,
                Nodes = NodesKept,
            },
            Checkpoints.ToAsyncEnumerable(),
            Entries.ToAsyncEnumerable(),
            Nodes.ToAsyncEnumerable(),
            TestContext.Current.CancellationToken
        );
}
