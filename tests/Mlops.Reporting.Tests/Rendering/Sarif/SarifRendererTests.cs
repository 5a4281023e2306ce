using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Mlops.Reporting.Checks;
using Mlops.Reporting.Rendering;
using Mlops.Reporting.Rendering.Sarif;

namespace Mlops.Reporting.Tests.Rendering.Sarif;

public partial class SarifRendererTests
{
    [Fact]
    public void ToSarif_Header_NamesVersionToolAndRules()
    {
        using var json = JsonDocument.Parse(CheckSamples.Everything.ToSarif());
        var root = json.RootElement;
        var driver = root.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver");

        Assert.Equal("2.1.0", root.GetProperty("version").GetString());
        Assert.Equal("https://json.schemastore.org/sarif-2.1.0.json", root.GetProperty("$schema").GetString());
        Assert.Equal("Mlops.Sdk", driver.GetProperty("name").GetString());
        Assert.Matches(@"^\d+\.\d+\.\d+", driver.GetProperty("version").GetString());
        Assert.Equal(
            ["drift/structure", "drift/value"],
            driver.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString())
        );
        Assert.Equal(
            "Look at {{column}} [here] (http://example.org).",
            driver.GetProperty("rules")[1].GetProperty("help").GetProperty("text").GetString()
        );
    }

    [Fact]
    public void ToSarif_FailedAndInconclusive_AreErrorAndWarningAtTheirFiles()
    {
        using var json = JsonDocument.Parse(CheckSamples.Everything.ToSarif());
        var results = Results(json);

        Assert.Equal(
            [
                ("drift/value", "error", "fail", "data/current.csv", "income (values): The values moved: 0.3 & more."),
                (
                    "drift/value",
                    "warning",
                    "fail",
                    "data/July%202026/new%231.csv",
                    "churn (values): The rows can't tell."
                ),
            ],
            results.Select(result =>
                (
                    result.GetProperty("ruleId").GetString(),
                    result.GetProperty("level").GetString(),
                    result.GetProperty("kind").GetString(),
                    Location(result).GetProperty("artifactLocation").GetProperty("uri").GetString(),
                    result.GetProperty("message").GetProperty("text").GetString()
                )
            )
        );
        Assert.Equal(1, Location(results[0]).GetProperty("region").GetProperty("startLine").GetInt32());
        var measures = results[0].GetProperty("properties").GetProperty("measures");
        Assert.Equal(0.3125, measures.GetProperty("effect").GetDouble());
        Assert.Equal("NaN", measures.GetProperty("pValue").GetString());
        Assert.Equal(
            "sha256:00ff",
            json.RootElement.GetProperty("runs")[0]
                .GetProperty("properties")
                .GetProperty("facts")
                .GetProperty("currentDigest")
                .GetString()
        );
    }

    [Fact]
    public void ToSarif_IncludePassed_WritesThemWithoutALevel()
    {
        using var json = JsonDocument.Parse(CheckSamples.Everything.ToSarif(new SarifOptions { IncludePassed = true }));
        var passed = Results(json)[1];

        Assert.Equal(3, Results(json).Count);
        Assert.Equal("none", passed.GetProperty("level").GetString());
        Assert.Equal("pass", passed.GetProperty("kind").GetString());
    }

    [Fact]
    public void ToSarif_Fingerprints_DependOnRuleGroupAndNameAlone()
    {
        var check = CheckSamples.Everything.Checks[0];
        CheckResult[] others =
        [
            check with
            {
                Message = "Other numbers.",
                Measures = [],
                Verdict = Verdict.Inconclusive,
                Location = "elsewhere.csv",
            },
            check with
            {
                Name = "age (values)",
            },
            check with
            {
                Group = "labels",
            },
            check with
            {
                Rule = CheckSamples.Structure,
            },
            check with
            {
                Group = check.Group + check.Name[..1],
                Name = check.Name[1..],
            },
        ];
        using var json = JsonDocument.Parse(new CheckSuite("drift", Verdict.Fail, [check, .. others]).ToSarif());
        var prints = Results(json)
            .Select(result =>
                result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString()!
            )
            .ToList();

        Assert.Equal(prints[0], prints[1]);
        Assert.Equal(5, prints.Distinct().Count());
        Assert.All(prints, print => Assert.Matches("^[0-9a-f]{16}:1$", print));
        // The file of an earlier version must still match: a changed fingerprint would open every alert anew.
        Assert.Equal("7b3176680a4f0964:1", FingerprintOf("income (values)"));
    }

    [Fact]
    public void ToSarif_NoLocation_LeavesLocationsOut()
    {
        using var json = JsonDocument.Parse((CheckSamples.Everything with { Location = null }).ToSarif());

        Assert.False(Results(json)[0].TryGetProperty("locations", out _));
    }

    [Fact]
    public void ToSarif_ArbitrarySuites_KeepTheRulesOfTheFormat() =>
        Check.One(
            Config.QuickThrowOnFailure.WithReplay(1, 3).WithMaxTest(200),
            Prop.ForAll(
                CheckSamples.Suites,
                suite =>
                {
                    var text = suite.ToSarif(new SarifOptions { IncludePassed = true });
                    Assert.Equal(text, suite.ToSarif(new SarifOptions { IncludePassed = true }));
                    using var json = JsonDocument.Parse(
                        text,
                        new JsonDocumentOptions { AllowDuplicateProperties = false }
                    );
                    var rules = json
                        .RootElement.GetProperty("runs")[0]
                        .GetProperty("tool")
                        .GetProperty("driver")
                        .GetProperty("rules");
                    Assert.Equal(suite.Checks.Count, Results(json).Count);
                    foreach (var result in Results(json))
                    {
                        var rule = rules[result.GetProperty("ruleIndex").GetInt32()];
                        Assert.Equal(rule.GetProperty("id").GetString(), result.GetProperty("ruleId").GetString());
                        Assert.Equal(
                            result.GetProperty("kind").GetString() == "pass",
                            result.GetProperty("level").GetString() == "none"
                        );
                        if (result.TryGetProperty("locations", out _))
                        {
                            var uri = Location(result).GetProperty("artifactLocation").GetProperty("uri").GetString()!;
                            Assert.Matches(UriReference(), uri);
                        }
                    }
                }
            )
        );

    private static string FingerprintOf(string name)
    {
        var check = CheckSamples.Everything.Checks[0] with { Name = name };
        using var json = JsonDocument.Parse(new CheckSuite("drift", Verdict.Fail, [check]).ToSarif());
        return Results(json)[0].GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString()!;
    }

    private static List<JsonElement> Results(JsonDocument json) =>
        [.. json.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()];

    private static JsonElement Location(JsonElement result) =>
        result.GetProperty("locations")[0].GetProperty("physicalLocation");

    // RFC 3986: the characters of a reference, and percent signs only before two hexadecimal digits.
    [GeneratedRegex(@"^(?:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*\z")]
    private static partial Regex UriReference();
}
