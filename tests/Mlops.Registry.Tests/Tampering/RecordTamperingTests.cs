using Mlops.Registry.Audit;
using Mlops.Registry.Stores;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Tests.Tampering;

/// <summary>Attacks on the records: each is held against the digest that the log has of it.</summary>
public sealed class RecordTamperingTests(SqliteScenes scenes) : IClassFixture<SqliteScenes>
{
    private const string Version = "kind = 1 AND id = 'credit@2'";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData($"UPDATE mlops_record SET payload = CAST(payload || ' ' AS BLOB) WHERE {Version}", "altered")]
    [InlineData($"UPDATE mlops_record SET payload = x'' WHERE {Version}", "altered")]
    [InlineData($"UPDATE mlops_record SET revision = revision + 1 WHERE {Version}", "revision")]
    [InlineData($"DELETE FROM mlops_record WHERE {Version}", "is not there")]
    public async Task Verify_ARecordAltered_NamesItAndTheEntryThatMadeIt(string attack, string said)
    {
        var verification = await AfterAsync(attack);

        var finding = Assert.Single(verification.Records);
        Assert.Equal(new RecordKey(RecordKind.Version, "credit@2"), finding.Key);
        Assert.NotNull(finding.Entry);
        Assert.Contains(said, finding.Message, StringComparison.Ordinal);
        Assert.Equal(LogStatus.Verified, verification.Log.Status);
    }

    [Fact]
    public async Task Verify_AByteOfAnyRecordFlipped_NamesIt()
    {
        var scene = scenes.NewScene();
        await using var registry = scene.Open(scene.Checkpoints);
        var verifier = Scene.Verifier(registry);
        await scene.AttackAsync(async attacker =>
        {
            var count = (long)(await attacker.AskAsync("SELECT COUNT(*) FROM mlops_record"))!;
            for (long row = 0; row < count; row++)
            {
                var id = (long)
                    (await attacker.AskAsync($"SELECT rowid FROM mlops_record ORDER BY rowid LIMIT 1 OFFSET {row}"))!;
                var key = (string)(await attacker.AskAsync($"SELECT id FROM mlops_record WHERE rowid = {id}"))!;
                var payload = (byte[])
                    (await attacker.AskAsync($"SELECT payload FROM mlops_record WHERE rowid = {id}"))!;
                const string Set = "UPDATE mlops_record SET payload = @payload WHERE rowid = @row";
                var changed = LogTamperingTests.Flipped(payload, (int)(row * 37 % payload.Length));
                await attacker.DoAsync(Set, ("payload", changed), ("row", id));
                Assert.Equal(key, Assert.Single((await verifier.VerifyAsync(cancellationToken: Stop)).Records).Key.Id);
                await attacker.DoAsync(Set, ("payload", payload), ("row", id));
            }
        });
        Assert.Equal(LogStatus.Verified, (await verifier.VerifyAsync(cancellationToken: Stop)).Status);
    }

    [Fact]
    public async Task Verify_AForgedRecord_IsNamed()
    {
        var verification = await AfterAsync(
            """
            INSERT INTO mlops_record (kind, id, revision, payload, number, begun, ended, updated, tags)
            SELECT kind, 'credit@9', 1, payload, 9, begun, ended, updated, 0 FROM mlops_record WHERE id = 'credit@2'
            """
        );

        var finding = Assert.Single(verification.Records);
        Assert.Equal("credit@9", finding.Key.Id);
        Assert.Null(finding.Entry);
    }

    [Fact]
    public async Task Verify_AnOlderVersionOfARecordPutBack_IsNamed()
    {
        var scene = scenes.NewScene();
        await scene.AttackAsync(attacker =>
            attacker.DoAsync(
                "UPDATE mlops_record SET payload = (SELECT payload FROM mlops_record WHERE id = 'credit@1' AND kind = 1) WHERE "
                    + Version
            )
        );

        var finding = Assert.Single((await scene.VerifyAsync()).Records);

        Assert.Contains("altered outside the registry", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("model = 'fraud'", "Model")]
    [InlineData("model = NULL", "Model")]
    [InlineData("model = CAST('credit' AS BLOB)", "Model")]
    [InlineData("number = 7", "Number")]
    [InlineData("stage = 5 - stage", "Stage")]
    [InlineData("stage = NULL", "Stage")]
    [InlineData("tier = COALESCE(tier, 0) + 1", "Tier")]
    [InlineData("author = 'eve'", "Author")]
    [InlineData("alias = 'champion'", "Alias")]
    [InlineData("begun = begun + 1", "From")]
    [InlineData("ended = begun", "To")]
    [InlineData("updated = updated - 1", "UpdatedAt")]
    [InlineData("tags = 0", "Tags")]
    [InlineData("stage = NULL, author = 'eve'", "Stage, Author")]
    public async Task Verify_AColumnThatSearchesGoBy_NamesTheRecordTheEntryAndTheColumn(string change, string parts)
    {
        var finding = Assert.Single((await AfterAsync($"UPDATE mlops_record SET {change} WHERE {Version}")).Records);

        Assert.Equal(new RecordKey(RecordKind.Version, "credit@2"), finding.Key);
        Assert.NotNull(finding.Entry);
        Assert.Contains($" its {parts} in the index", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"DELETE FROM mlops_tag WHERE {Version}")]
    [InlineData($"UPDATE mlops_tag SET mark = x'00' WHERE {Version}")]
    [InlineData($"UPDATE mlops_tag SET updated = updated + 1 WHERE {Version}")]
    [InlineData("INSERT INTO mlops_tag (kind, id, mark, updated) VALUES (1, 'credit@2', x'00', 0)")]
    [InlineData($"UPDATE mlops_tag SET mark = CAST(mark AS TEXT) WHERE {Version}")]
    public async Task Verify_ATagThatSearchesGoBy_NamesTheRecord(string attack)
    {
        var finding = Assert.Single((await AfterAsync(attack)).Records);

        Assert.Equal(new RecordKey(RecordKind.Version, "credit@2"), finding.Key);
        Assert.Contains(" its Tags in the index", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_AnyColumnOfAnyRecord_IsNamed()
    {
        string[] attacks =
        [
            "model = 'x'",
            "number = 77",
            "stage = 77",
            "tier = 77",
            "author = 'x'",
            "alias = 'x'",
            "begun = 77",
            "ended = 77",
            "updated = 77",
            "tags = 77",
        ];
        var scene = scenes.NewScene();
        await using var registry = scene.Open(scene.Checkpoints);
        var verifier = Scene.Verifier(registry);
        await scene.AttackAsync(async attacker =>
        {
            var count = (long)(await attacker.AskAsync("SELECT COUNT(*) FROM mlops_record"))!;
            await attacker.DoAsync("CREATE TABLE kept AS SELECT * FROM mlops_record");
            foreach (var attack in attacks)
            {
                await attacker.DoAsync($"UPDATE mlops_record SET {attack}");

                Assert.Equal(count, (await verifier.VerifyAsync(cancellationToken: Stop)).Records.Count);

                var column = attack[..attack.IndexOf(' ', StringComparison.Ordinal)];
                await attacker.DoAsync(
                    $"UPDATE mlops_record SET {column} = (SELECT {column} FROM kept k WHERE k.kind = mlops_record.kind AND k.id = mlops_record.id)"
                );
                Assert.Empty((await verifier.VerifyAsync(cancellationToken: Stop)).Records);
            }
        });
    }

    [Theory]
    [InlineData("DELETE FROM mlops_subject WHERE subject = 'credit' AND idx = 12", 12)]
    [InlineData("UPDATE mlops_subject SET subject = 'nobody' WHERE idx = 12", 12)]
    [InlineData("INSERT INTO mlops_subject (subject, idx) VALUES ('credit', 0)", 0)]
    public async Task Verify_AHistoryThatLeavesOutOrAddsAnEntry_NamesTheModelAndTheEntry(string attack, long entry)
    {
        var finding = Assert.Single((await AfterAsync(attack)).Records);

        Assert.Equal(new RecordKey(RecordKind.Model, "credit"), finding.Key);
        Assert.Equal(entry, finding.Entry);
        Assert.Contains("history", finding.Message, StringComparison.Ordinal);
    }

    private async Task<AuditVerification> AfterAsync(string attack)
    {
        var scene = scenes.NewScene();
        await scene.AttackAsync(attacker => attacker.DoAsync(attack));
        var verification = await scene.VerifyAsync();
        Assert.Equal(LogStatus.Broken, verification.Status);
        return verification;
    }
}
