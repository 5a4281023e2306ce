using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Mlops;
using Mlops.Data;
using Mlops.Data.Csv;
using Mlops.Drift;
using Mlops.Evidence;
using Mlops.Registry;
using Mlops.Registry.Access;
using Mlops.Registry.Approvals;
using Mlops.Registry.Artifacts;
using Mlops.Registry.Audit;
using Mlops.Registry.Documents;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Risk;
using Mlops.Registry.Stores.Relational;
using Mlops.Registry.Transparency;
using Mlops.Reporting;
using Mlops.Reporting.Blocks;
using Mlops.Reporting.Rendering;
using Mlops.Serialization;
using Mlops.Statistics.Divergences;
using Mlops.Statistics.Intervals;
using Mlops.Storage;
using Mlops.Storage.PostgreSql;

// Calls every package as a user would. It is published trimmed, so that what trimming breaks shows here: whoever adds a
// package adds a line.
var failures = new List<string>();
var folder = Directory.CreateTempSubdirectory("mlops-smoke-");
try
{
    Abstractions();
    Reporting();
    Statistics();
    Drift(folder.FullName);
    await Registry(folder.FullName);
}
finally
{
    folder.Delete(recursive: true);
}

foreach (var failure in failures)
{
    Console.Error.WriteLine($"smoke: {failure}");
}

Console.WriteLine(failures.Count == 0 ? "smoke: ok" : $"smoke: {failures.Count} failed");
return failures.Count == 0 ? 0 : 1;

void Check(bool holds, string what)
{
    if (!holds)
    {
        failures.Add(what);
    }
}

void Abstractions()
{
    var envelope = Envelope.Seal("mlops.smoke.number", 1, "Mlops.Smoke", writer => writer.WriteReal(0.1));
    var opened = Envelope.Open(envelope.Bytes, "mlops.smoke.number", 1);
    Check(
        opened.Payload.GetReal() == 0.1 && opened.Digest == envelope.Digest,
        "an envelope did not come back as it was"
    );
}

void Reporting()
{
    var document = new ReportDocument("Smoke <b>", [new VerdictBlock(Verdict.Pass, "Fine", "Nothing burns.")]);
    Check(document.ToHtml().Contains("Smoke &lt;b&gt;", StringComparison.Ordinal), "HTML was not escaped");
    Check(document.ToMarkdown().Contains("Nothing burns", StringComparison.Ordinal), "Markdown lacks its text");
    Check(document.ToText().Contains("Nothing burns", StringComparison.Ordinal), "plain text lacks its text");
}

void Statistics()
{
    Check(JensenShannon.Distance([1.0, 0.0], [0.0, 1.0]) == 1, "disjoint distributions are not at distance 1");
    Check(ClopperPearson.Interval(0, 10).Lower == 0, "no success in ten has a lower limit above 0");
}

void Drift(string path)
{
    var reference = Dataset.ParseCsv(Csv(shift: 0));
    DriftBaseline.Fit(reference).Save(Path.Combine(path, "baseline.json"));

    using var provider = new ServiceCollection()
        .AddMlops(mlops =>
            mlops.AddDriftBaseline("smoke", options => options.Path = Path.Combine(path, "baseline.json"))
        )
        .BuildServiceProvider();
    var baseline = provider.GetRequiredKeyedService<DriftBaseline>("smoke");
    Check(baseline.Digest == DriftBaseline.Fit(reference).Digest, "a saved baseline has another digest");

    var csvOptions = new CsvOptions { Schema = baseline.Schema };
    var same = baseline.Compare(Dataset.ParseCsv(Csv(shift: 0), csvOptions));
    Check(same.Verdict == Verdict.Pass, $"equal data are {same}");

    var shifted = baseline.Compare(Dataset.ParseCsv(Csv(shift: 0.5), csvOptions));
    Check(shifted.Verdict == Verdict.Fail, $"shifted data are {shifted}");

    EvidenceStatement evidence = shifted.ToEvidence();
    Check(
        evidence.Verdict == Verdict.Fail && evidence.Digest == shifted.ToEnvelope().Digest,
        "evidence disagrees with its report"
    );
    shifted.ToDocument().SaveHtml(Path.Combine(path, "report.html"));
    Check(new FileInfo(Path.Combine(path, "report.html")).Length > 1000, "the report is next to empty");
}

async Task Registry(string path)
{
    await using var provider = new ServiceCollection()
        .AddMlops(mlops =>
            mlops.AddRegistry(registry =>
                registry
                    .UseMemory()
                    .UseArtifactFolder(Path.Combine(path, "artifacts"))
                    .Configure(options => options.Signers.Add(EcdsaNoteSigner.Generate("smoke.example/registry")))
            )
        )
        .BuildServiceProvider();
    var registry = provider.GetRequiredService<ModelRegistry>();
    var author = registry.As(new Principal("ada", [RegistryRole.Author]));
    var administrator = registry.As(new Principal("root", [RegistryRole.Administrator]));
    await author.CreateModelAsync(new ModelRegistration("smoke", "Shows that nothing burns."));
    using var content = new MemoryStream("weights"u8.ToArray());
    var file = await registry.Artifacts!.WriteAsync("model.bin", content);
    var version = await author.RegisterAsync(
        new VersionRegistration("smoke", new VersionDefinition { Artifacts = ArtifactManifest.Create([file]) })
    );
    version = await author.AssessRiskAsync(
        version.Key,
        RiskFactors.Of(FactorLevel.High, FactorLevel.High, FactorLevel.Low, FactorLevel.Low),
        new RiskContext { UsesHealthData = true },
        "smoke"
    );
    Check(version.Risk?.Tier == RiskTier.High, "health data are not a high risk");
    var refused = false;
    try
    {
        await author.ApproveAsync(version.Key, new ApprovalRequest(RegistryRole.Validator, "SMOKE-1"));
    }
    catch (AccessDeniedException)
    {
        refused = true;
    }

    Check(refused, "an author approved");
    var standing = await author.GetStandingAsync(version.Key);
    Check(!standing.Decision.IsAllowed, "an unapproved version may become active");
    Check(
        standing.ToDocument(version).ToHtml().Contains("smoke@1", StringComparison.Ordinal),
        "the record lacks its version"
    );
    await administrator.AddPolicyAsync(GovernancePolicy.Observe, "smoke");
    var checkpoint = await administrator.SignCheckpointAsync();
    var verification = await administrator.VerifyAsync(new VerifyOptions { Checkpoints = [checkpoint] });
    Check(verification.Status == LogStatus.Verified, $"the log is {verification}");

    // No server is there: what must hold is that the driver came through the trimming and says so.
    await using var store = new RelationalRegistryStore(
        PostgreSqlDatabase.Open("Host=127.0.0.1;Port=1;Timeout=2;Database=none;Username=none")
    );
    var unavailable = false;
    try
    {
        await store.InitializeAsync();
    }
    catch (DatabaseUnavailableException)
    {
        unavailable = true;
    }

    Check(unavailable, "a server that is not there was reached");
}

// Evenly spread without a generator: the fractional parts of multiples of the golden ratio.
static string Csv(double shift)
{
    var text = new StringBuilder("amount,colour\n");
    for (var i = 1; i <= 4000; i++)
    {
        var amount = (i * 0.6180339887498949 % 1) + shift;
        text.Append(CultureInfo.InvariantCulture, $"{amount:R},{(i % 3 == 0 ? "red" : "blue")}\n");
    }

    return text.ToString();
}
