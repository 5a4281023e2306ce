using System.Security.Cryptography;
using System.Text;
using Mlops.Registry.Redaction;
using Mlops.Registry.Stores;
using Mlops.Registry.Tests.Operations;

namespace Mlops.Registry.Tests.Redaction;

/// <summary>What is kept out of the audit log and of the host's logs.</summary>
public sealed class RedactionTests
{
    private const string Reason = "Jane Doe complained";

    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reason_Redacted_StandsInTheLogAsItsKeyedDigestAndInHistoryAsText()
    {
        await using var work = new Workplace(Redact);
        await work.CreateAsync();
        var key = await work.RegisterAsync();
        await work.Ada.RequestReviewAsync(key, Reason, Cancellation);

        var raw = (await work.RawEntriesAsync())[^1];
        var digest = Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(Reason)));
        Assert.DoesNotContain("Jane", raw, StringComparison.Ordinal);
        Assert.Contains($"hmac-sha256:{digest}", raw, StringComparison.Ordinal);
        var history = await work.Audrey.GetHistoryAsync(new("credit"), Cancellation);
        Assert.Equal(Reason, history.Items[0].Reason);
        Assert.Equal(Reason, (await work.Audrey.GetEntryAsync(history.Items[0].Index, Cancellation)).Reason);
    }

    [Fact]
    public async Task Reason_OfAChangeThatNamesNoVersion_IsRedactedToo()
    {
        await using var work = new Workplace(Redact);
        await work.CreateAsync();
        await work.Adam.AddPolicyAsync(Policies.GovernancePolicy.Observe, Reason, Cancellation);
        await work.Ada.ChangeModelAsync("credit", new() { Owner = "ada", Reason = Reason }, Cancellation);

        Assert.All(
            await work.RawEntriesAsync(),
            entry => Assert.DoesNotContain("Jane", entry, StringComparison.Ordinal)
        );
        var history = await work.Audrey.GetHistoryAsync(new("credit"), Cancellation);
        Assert.Equal(Reason, history.Items[0].Reason);
    }

    [Fact]
    public async Task Reason_NotRedacted_StandsInTheLog()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.RegisterAsync();

        await work.Ada.RequestReviewAsync(key, Reason, Cancellation);

        Assert.Equal(Reason, (await work.LastEntryAsync()).Reason);
        Assert.DoesNotContain(await work.RecordsAsync(), record => record.Key.Kind == RecordKind.Note);
    }

    [Fact]
    public async Task Principal_Redacted_IsInNoHostLogAndInTheAuditLog()
    {
        var logger = new CapturedLogger();
        var options = new ModelRegistryOptions();
        Redact(options);
        options.Redaction.Principals = DataClassification.Personal;
        await using var registry = new ModelRegistry(new MemoryRegistryStore(), options, logger: logger);
        var jane = registry.As(new Mlops.Registry.Access.Principal("jane.doe", ["author"]));
        await jane.CreateModelAsync(new("credit", "Use."), Cancellation);
        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            jane.RollBackAsync("credit", new("secret reason"), Cancellation)
        );

        Assert.Equal(2, logger.Lines.Count);
        Assert.All(logger.Lines, line => Assert.DoesNotContain("jane", line, StringComparison.Ordinal));
        Assert.All(logger.Lines, line => Assert.DoesNotContain("secret", line, StringComparison.Ordinal));
        Assert.StartsWith("create-model on credit by hmac-sha256:", logger.Lines[0], StringComparison.Ordinal);
        Assert.Contains("denied", logger.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Principal_NotRedacted_IsInTheHostLog()
    {
        var logger = new CapturedLogger();
        await using var registry = new ModelRegistry(new MemoryRegistryStore(), logger: logger);

        await registry.As(People.Ada).CreateModelAsync(new("credit", "Use."), Cancellation);

        Assert.Equal(["create-model on credit by ada: done."], logger.Lines);
    }

    [Fact]
    public void Key_TooShort_IsRefusedByTheConstructor()
    {
        var options = new ModelRegistryOptions();
        options.Redaction.Reasons = DataClassification.Health;
        options.Redaction.Key = new byte[31];

        var exception = Assert.Throws<ArgumentException>(() => new ModelRegistry(new MemoryRegistryStore(), options));

        Assert.Contains("Redaction.Key has 31 bytes", exception.Message, StringComparison.Ordinal);
        Assert.Contains("at least 32", exception.Message, StringComparison.Ordinal);
    }

    private static void Redact(ModelRegistryOptions options)
    {
        options.Redaction.Reasons = DataClassification.Personal;
        options.Redaction.Key = Key;
    }
}
