namespace Mlops.Registry.Transparency;

/// <summary>Verifies a log from its entries, one after another: against itself, and against checkpoints from outside.</summary>
/// <remarks>
/// Streams: two hashes an entry and O(log n) memory, beside the checkpoints and the stored nodes of entries that are
/// missing. First the checkpoints, then each entry after the stored nodes that it completes, then <see cref="Complete"/>;
/// <see cref="VerifyAsync"/> does it in one call. Not safe for concurrent use.
/// </remarks>
public sealed class LogVerifier
{
    private readonly LogVerifierOptions _options;
    private readonly LogFindings _findings;
    private readonly LogTree _tree;
    private readonly List<Checkpoint> _checkpoints = [];
    private CheckpointCursor? _cursor;
    private bool _completed;

    /// <summary>Begins with no entries.</summary>
    /// <param name="options">What the log is verified against.</param>
    /// <exception cref="ArgumentException">There is a root of the head and no size, or no finding may be listed.</exception>
    public LogVerifier(LogVerifierOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(options.Origin);
        ArgumentNullException.ThrowIfNull(options.Trusted);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxFindings, 1);
        if (options.HeadRoot is not null && options.HeadSize is null)
        {
            throw new ArgumentException("The options have the root of the head and not its size.", nameof(options));
        }

        _options = options;
        _findings = new LogFindings(options.MaxFindings);
        _tree = new LogTree(options.Nodes, _findings);
        if (options.HeadSize is < 0 or > MerkleNodeId.LargestSize)
        {
            _findings.Add(
                LogFault.HeadMismatch,
                0,
                0,
                $"The stored head counts {options.HeadSize} entries, which no log has."
            );
        }
    }

    /// <summary>What has been found so far.</summary>
    public IReadOnlyList<LogFinding> Findings => _findings.Listed;

    /// <summary>Verifies a log.</summary>
    /// <param name="options">What the log is verified against.</param>
    /// <param name="checkpoints">The checkpoints that were kept outside the store, or null where none are.</param>
    /// <param name="entries">The entries, by their index.</param>
    /// <param name="nodes">The stored nodes by their <see cref="MerkleNodeId.Position"/>, or null where none are.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async ValueTask<LogVerification> VerifyAsync(
        LogVerifierOptions options,
        IAsyncEnumerable<SignedNote>? checkpoints,
        IAsyncEnumerable<LogEntry> entries,
        IAsyncEnumerable<MerkleNode>? nodes,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(entries);
        var verifier = new LogVerifier(options);
        if (checkpoints is not null)
        {
            await foreach (var note in checkpoints.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                verifier.AddCheckpoint(note);
            }
        }

        var stored = (nodes ?? AsyncEnumerable.Empty<MerkleNode>()).GetAsyncEnumerator(cancellationToken);
        await using var _ = stored.ConfigureAwait(false);
        var hasNode = await stored.MoveNextAsync().ConfigureAwait(false);
        await foreach (var entry in entries.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            while (hasNode && stored.Current.Id.End <= entry.Index + 1)
            {
                verifier.AddNode(stored.Current);
                hasNode = await stored.MoveNextAsync().ConfigureAwait(false);
            }

            verifier.Add(entry);
        }

        while (hasNode)
        {
            verifier.AddNode(stored.Current);
            hasNode = await stored.MoveNextAsync().ConfigureAwait(false);
        }

        return verifier.Complete();
    }

    /// <summary>Adds a checkpoint from outside, before any entry.</summary>
    /// <param name="note">The signed checkpoint; one that is not to be trusted is a finding.</param>
    /// <exception cref="InvalidOperationException">There were entries already.</exception>
    public void AddCheckpoint(SignedNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        if (_cursor is not null)
        {
            throw new InvalidOperationException("Checkpoints come before entries: they are compared as the log grows.");
        }

        if (Checkpoint.TryOpen(note, _options.Origin, _options.Trusted, out var checkpoint, out var problem))
        {
            _checkpoints.Add(checkpoint);
            return;
        }

        // What an untrusted text says of itself helps to find it, and nothing else.
        var claimed = Checkpoint.TryParse(note.Text, out var read, out _) ? read.Size : 0;
        _findings.Add(
            LogFault.BadCheckpoint,
            0,
            claimed,
            $"A checkpoint that says it is of size {claimed} does not count. {problem}"
        );
    }

    /// <summary>Adds a checkpoint from outside that can't be read: a finding, since it may be the one that would tell.</summary>
    /// <param name="problem">Which one, and what is wrong with it.</param>
    public void AddUnreadableCheckpoint(string problem)
    {
        ArgumentException.ThrowIfNullOrEmpty(problem);
        _findings.Add(LogFault.BadCheckpoint, 0, 0, $"A checkpoint can't be read. {problem}");
    }

    /// <summary>Adds a stored node, before the entry that completes it and after the nodes before it.</summary>
    /// <param name="node">The node.</param>
    /// <exception cref="InvalidOperationException">The verification is complete.</exception>
    public void AddNode(in MerkleNode node)
    {
        Begin();
        _tree.AddStored(node);
    }

    /// <summary>Adds the next entry that is stored. Indexes that it leaves out are missing entries.</summary>
    /// <param name="entry">The entry.</param>
    /// <exception cref="InvalidOperationException">The verification is complete.</exception>
    public void Add(in LogEntry entry)
    {
        Begin();
        var index = entry.Index;
        if (index < _tree.Size || index >= MerkleNodeId.LargestSize)
        {
            _findings.Add(
                LogFault.WrongOrder,
                index,
                index + 1,
                $"Entry {index} stands where entry {_tree.Size} belongs: it is there twice, or out of order."
            );
            return;
        }

        if (index > _tree.Size)
        {
            TellMissing(index, $"Entries {_tree.Size} to {index - 1} are not there, and entry {index} is.");
        }

        _tree.AddLeaf(MerkleTree.HashLeaf(entry.Content.Span), entry.LeafHash);
        Compare();
    }

    /// <summary>Ends the log, and compares what is there with what should be.</summary>
    /// <exception cref="InvalidOperationException">It was called already.</exception>
    public LogVerification Complete()
    {
        Begin();
        _completed = true;
        var head = _options.HeadSize;
        if (head > _tree.Size && head <= MerkleNodeId.LargestSize)
        {
            TellMissing(
                head.Value,
                $"Entries {_tree.Size} to {head - 1} are not there; the stored head counts {head}."
            );
        }
        else if (head >= 0 && head < _tree.Size)
        {
            _findings.Add(
                LogFault.EntryBeyondHead,
                head.Value,
                _tree.Size,
                $"There are {_tree.Size} entries; the stored head counts {head}."
            );
        }

        _tree.Complete();
        _cursor!.Complete(_tree.Size);
        var status =
            _findings.Count > 0 ? LogStatus.Broken
            : _cursor.AgreedCount == 0 ? LogStatus.RollbackNotExcluded
            : LogStatus.Verified;
        return new LogVerification(
            status,
            _tree.Size,
            _tree.Root,
            _cursor.AgreedCount,
            _cursor.AgreedSize,
            _findings.Listed,
            _findings.Count
        );
    }

    private void Begin()
    {
        if (_completed)
        {
            throw new InvalidOperationException("The verification is complete; a new one takes a new verifier.");
        }

        if (_cursor is null)
        {
            _cursor = new CheckpointCursor(_checkpoints, _findings);
            Compare();
        }
    }

    private void TellMissing(long end, FormattableString message)
    {
        _findings.Add(LogFault.MissingEntry, _tree.Size, end, message);
        while (_tree.Size < end)
        {
            var head = _options.HeadSize > _tree.Size ? _options.HeadSize.Value : long.MaxValue;
            _tree.SkipTo(Math.Min(end, Math.Min(head, _cursor!.NextSize)));
            Compare();
        }
    }

    private void Compare()
    {
        if (_tree.Size == _cursor!.NextSize)
        {
            _cursor.Compare(_tree.Root, _tree.StoredRoot);
        }

        if (_tree.Size != _options.HeadSize || _options.HeadRoot is not { } expected)
        {
            return;
        }

        var (root, stored) = (_tree.Root, _tree.StoredRoot);
        if ((root ?? stored) is not null && root != expected && stored != expected)
        {
            _findings.Add(
                LogFault.HeadMismatch,
                _cursor.AgreedSize,
                _tree.Size,
                $"The {_tree.Size} entries have the root {root ?? stored}; the stored head has {expected}."
            );
        }
    }
}
