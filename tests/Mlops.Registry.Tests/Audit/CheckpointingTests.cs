using Mlops.Registry.Audit;
using Mlops.Registry.Checkpoints;
using Mlops.Registry.Stores;
using Mlops.Registry.Tests.Operations;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Tests.Audit;

/// <summary>Checkpoints are signed, published, and prove entries offline.</summary>
public sealed class CheckpointingTests
{
    private const string Origin = "mlops.local/registry";

    private readonly EcdsaNoteSigner _signer = EcdsaNoteSigner.Generate(Origin);
    private readonly MemoryCheckpoints _outside = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignCheckpointAsync_Signed_IsPublishedLoggedAndRulesOutARollback()
    {
        await using var work = Create();
        await work.CreateActiveAsync();
        var size = (await work.RawEntriesAsync()).Count;

        var note = await work.Adam.SignCheckpointAsync(Cancellation);

        Assert.True(
            Checkpoint.TryOpen(note, Origin, [_signer.VerifierKey.CreateVerifier()], out var checkpoint, out _)
        );
        Assert.Equal(size, checkpoint.Size);
        var published = new List<SignedNote>();
        await foreach (var one in _outside.ReadAsync(Cancellation))
        {
            published.Add(one);
        }

        Assert.Equal(note.ToString(), Assert.Single(published).ToString());
        var entry = await work.LastEntryAsync();
        Assert.Equal((AuditAction.CheckpointSigned, "adam"), (entry.Action, entry.Principal));
        Assert.Equal(
            (size.ToString(System.Globalization.CultureInfo.InvariantCulture), checkpoint.Root.ToString()),
            (entry.Details["size"], entry.Details["root"])
        );
        var verification = await work.Audrey.VerifyAsync(null, null, Cancellation);
        Assert.Equal(LogStatus.Verified, verification.Status);
    }

    [Fact]
    public async Task ProveAsync_EveryEntry_VerifiesOfflineWithTheKeyAlone()
    {
        await using var work = Create();
        await work.CreateActiveAsync();
        var early = await Assert.ThrowsAsync<RegistryNotFoundException>(() => work.Audrey.ProveAsync(0, Cancellation));
        Assert.Equal("No signed checkpoint covers entry 0 yet: sign one first.", early.Message);
        var raw = await work.RawEntriesAsync();
        await work.Adam.SignCheckpointAsync(Cancellation);
        var key = _signer.VerifierKey.ToString();

        for (var i = 0; i < raw.Count; i++)
        {
            var file = (await work.Audrey.ProveAsync(i, Cancellation)).ToString();

            var proof = TlogProof.Parse(file);
            var trusted = NoteVerifierKey.Parse(key).CreateVerifier();
            Assert.True(proof.TryVerify(proof.Extra.Span, Origin, [trusted], out var problem), problem);
            Assert.Equal(raw[i], System.Text.Encoding.UTF8.GetString(proof.Extra.Span));
            Assert.Equal(i, proof.Index);
            var altered = proof.Extra.ToArray();
            altered[^2] ^= 1;
            Assert.False(proof.TryVerify(altered, Origin, [trusted], out _));
        }

        await Assert.ThrowsAsync<RegistryNotFoundException>(() => work.Audrey.ProveAsync(raw.Count, Cancellation));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => work.Audrey.ProveAsync(-1, Cancellation));
    }

    [Fact]
    public async Task ProveConsistencyAsync_TwoCheckpoints_VerifiesThatTheLogHasOnlyGrown()
    {
        await using var work = Create();
        await work.CreateAsync();
        var first = Checkpoint.Parse((await work.Adam.SignCheckpointAsync(Cancellation)).Text);
        await work.ActiveAsync();
        var second = Checkpoint.Parse((await work.Adam.SignCheckpointAsync(Cancellation)).Text);

        var proof = await work.Audrey.ProveConsistencyAsync(first.Size, second.Size, Cancellation);

        Assert.True(MerkleTree.VerifyConsistency(first.Size, second.Size, first.Root, second.Root, proof));
        Assert.False(MerkleTree.VerifyConsistency(first.Size, second.Size, second.Root, first.Root, proof));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            work.Audrey.ProveConsistencyAsync(1, 1000, Cancellation)
        );
    }

    [Fact]
    public async Task SignCheckpointAsync_LogIsShorterOrOtherThanOutside_SignsNothing()
    {
        await using var work = Create();
        await work.CreateActiveAsync();
        await work.Adam.SignCheckpointAsync(Cancellation);
        await using var restored = Create();
        await restored.CreateAsync();

        var shorter = await restored.FailsAsync<InvalidOperationException>(() =>
            restored.Adam.SignCheckpointAsync(Cancellation)
        );
        Assert.Contains(
            "was truncated, put back or rewritten. Nothing is signed",
            shorter.Message,
            StringComparison.Ordinal
        );
        await restored.ActiveAsync("other weights");
        await restored.ActiveAsync("and more");
        await restored.FailsAsync<InvalidOperationException>(() => restored.Adam.SignCheckpointAsync(Cancellation));
        var verification = await restored.Audrey.VerifyAsync(null, null, Cancellation);
        Assert.Equal(LogStatus.Broken, verification.Status);
    }

    [Fact]
    public async Task SignCheckpointAsync_LogAgreesWithAnEarlierOneAlone_SignsNothing()
    {
        await using var work = Create();
        await work.CreateAsync();
        await work.Adam.SignCheckpointAsync(Cancellation);
        await work.RegisterAsync();
        await work.Adam.SignCheckpointAsync(Cancellation);
        await using var restored = Create();
        await restored.CreateAsync();

        await restored.FailsAsync<InvalidOperationException>(() => restored.Adam.SignCheckpointAsync(Cancellation));
    }

    [Fact]
    public async Task VerifyAsync_CheckpointGiven_IsHeldAgainstTheLog()
    {
        await using var work = new Workplace(options => options.Verifiers.Add(_signer.VerifierKey.CreateVerifier()));
        await work.CreateAsync();
        await using var other = new Workplace(options => options.Signers.Add(_signer));
        await other.CreateAsync();
        var agreed = await other.Adam.SignCheckpointAsync(Cancellation);
        await other.RegisterAsync();
        var larger = await other.Adam.SignCheckpointAsync(Cancellation);

        var verified = await work.Audrey.VerifyAsync(new() { Checkpoints = [agreed] }, null, Cancellation);
        var broken = await work.Audrey.VerifyAsync(new() { Checkpoints = [agreed, larger] }, null, Cancellation);

        Assert.Equal((LogStatus.Verified, LogStatus.Broken), (verified.Status, broken.Status));
    }

    [Fact]
    public async Task GetHistoryAsync_LongerThanTheLargestPageOfAStore_TellsAllAndVerifies()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        await work.RegisterAsync();
        for (var i = 0; i < 1100; i++)
        {
            await work.Otto.MoveAliasAsync("credit", "canary", 1, i, "again", Cancellation);
        }

        var first = await work.Audrey.GetHistoryAsync(new("credit") { Limit = 1000 }, Cancellation);
        var rest = await work.Audrey.GetHistoryAsync(new("credit") { Limit = 1000, After = first.Next }, Cancellation);
        var verification = await work.Audrey.VerifyAsync(null, null, Cancellation);

        Assert.Equal(1103, first.Items.Count + rest.Items.Count);
        Assert.Equal(
            Enumerable.Range(0, 1103).Select(index => (long)index),
            first.Items.Concat(rest.Items).Select(entry => entry.Index).Reverse()
        );
        Assert.Empty(verification.Records);
    }

    [Fact]
    public async Task SignCheckpointAsync_WithoutAKey_SaysWhatIsMissing()
    {
        await using var work = new Workplace();

        var exception = await work.FailsAsync<InvalidOperationException>(() =>
            work.Adam.SignCheckpointAsync(Cancellation)
        );

        Assert.Contains("ModelRegistryOptions.Signers", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetHistoryAsync_PagesAndFilters_TellAllOnce()
    {
        await using var work = new Workplace(options =>
            options.AccessRecording = Mlops.Registry.Access.AccessRecording.BeforeAnswer
        );
        await work.CreateAsync();
        var first = await work.ActiveAsync("one");
        await work.ActiveAsync("two");
        await work.Ada.GetVersionAsync(first, Cancellation);
        var all = (await work.EntriesAsync()).Where(entry => entry.Action != AuditAction.Read).ToList();
        var found = new List<AuditEntry>();
        string? after = null;
        while (true)
        {
            var query = new HistoryQuery("credit") { Limit = 3, After = after };
            var page = await work.Audrey.GetHistoryAsync(query, Cancellation);
            found.AddRange(page.Items);
            if (page.Next is null)
            {
                break;
            }

            after = page.Next;
        }

        Assert.Equal(all.Select(entry => entry.Index).Reverse(), found.Select(entry => entry.Index));
        var query1 = new HistoryQuery("credit") { Number = 1, Actions = [AuditAction.Transitioned] };
        var one = await work.Audrey.GetHistoryAsync(query1, Cancellation);
        // Staged, active, and superseded in the entry of version 2.
        Assert.Equal([2, 1, 1], one.Items.Select(entry => entry.Version!.Value.Number));
        Assert.Equal(
            all.Count(entry => entry.Version == first) + 1,
            (await work.Audrey.GetHistoryAsync(new("credit") { Number = 1 }, Cancellation)).Items.Count
        );
        await Assert.ThrowsAsync<RegistryNotFoundException>(() => work.Audrey.GetHistoryAsync(new("x"), Cancellation));
        await Assert.ThrowsAsync<RegistryNotFoundException>(() => work.Audrey.GetEntryAsync(9999, Cancellation));
    }

    [Fact]
    public async Task VerifyAsync_RecordAlteredBehindTheRegistry_IsNamed()
    {
        await using var work = new Workplace();
        var key = await work.CreateActiveAsync();
        var record = new RecordKey(RecordKind.Version, key.ToString());
        await work.TamperAsync(record, text => text.Replace("\"ada\"", "\"eva\"", StringComparison.Ordinal));

        var verification = await work.Audrey.VerifyAsync(null, null, Cancellation);

        Assert.Equal(LogStatus.Broken, verification.Status);
        Assert.Equal(record, Assert.Single(verification.Records).Key);
    }

    private Workplace Create() =>
        new(options =>
        {
            options.Signers.Add(_signer);
            options.CheckpointSinks.Add(_outside);
            options.CheckpointSources.Add(_outside);
        });
}
