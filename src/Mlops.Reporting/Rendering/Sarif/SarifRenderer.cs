using System.Text.Encodings.Web;
using System.Text.Json;
using Mlops.Reporting.Checks;
using Mlops.Serialization;

namespace Mlops.Reporting.Rendering.Sarif;

/// <summary>Writes SARIF 2.1.0 (OASIS, 2020), within the subset that GitHub's code scanning reads.</summary>
internal static class SarifRenderer
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";
    private const string Tool = "Mlops.Sdk";

    private static readonly JsonWriterOptions Format = new()
    {
        Indented = true,
        NewLine = "\n",
        // A file of its own, never a part of a page: names of columns stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Render(CheckSuite suite, SarifOptions options)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Format))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            WriteRun(json, suite, options);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteRun(Utf8JsonWriter json, CheckSuite suite, SarifOptions options)
    {
        // All rules, also those without a result: a reader sees what was asked, and an index does not depend on the outcome.
        CheckRule[] rules =
        [
            .. suite
                .Checks.Select(check => check.Rule)
                .DistinctBy(rule => rule.Id)
                .OrderBy(rule => rule.Id, StringComparer.Ordinal),
        ];
        json.WriteStartObject();
        WriteTool(json, rules);
        json.WriteStartArray("results");
        foreach (var check in suite.Checks)
        {
            if (check.Verdict != Verdict.Pass || options.IncludePassed)
            {
                var rule = Array.FindIndex(rules, each => each.Id == check.Rule.Id);
                WriteResult(json, check, rule, check.Location ?? suite.Location);
            }
        }

        json.WriteEndArray();
        json.WriteStartObject("properties");
        Text(json, "suite", suite.Name);
        json.WriteString("verdict", VerdictLabel.Word(suite.Verdict));
        json.WriteStartObject("facts");
        foreach (var property in suite.Properties.DistinctBy(property => SafeText.OneLine(property.Name)))
        {
            Text(json, property.Name, property.Value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, CheckRule[] rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", Tool);
        json.WriteString("version", Version());
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            Text(json, "id", rule.Id);
            Message(json, "shortDescription", rule.Summary);
            Message(json, "fullDescription", rule.Summary);
            Message(json, "help", rule.Help.Length > 0 ? rule.Help : rule.Summary);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, CheckResult check, int rule, string? location)
    {
        json.WriteStartObject();
        Text(json, "ruleId", check.Rule.Id);
        json.WriteNumber("ruleIndex", rule);
        // By section 3.27.9, whatever has a level is of the kind "fail".
        json.WriteString("kind", check.Verdict == Verdict.Pass ? "pass" : "fail");
        json.WriteString(
            "level",
            check.Verdict switch
            {
                Verdict.Pass => "none",
                Verdict.Fail => "error",
                _ => "warning",
            }
        );
        Message(json, "message", $"{check.Name}: {check.Message}");
        if (!string.IsNullOrEmpty(location))
        {
            WriteLocation(json, location);
        }

        json.WriteStartObject("partialFingerprints");
        json.WriteString("mlopsCheck/v1", SarifFingerprint.Of(check));
        // The only one that GitHub reads; left out, it would be taken from the file's first line, the same for all checks.
        json.WriteString("primaryLocationLineHash", $"{SarifFingerprint.Of(check)}:1");
        json.WriteEndObject();
        json.WriteStartObject("properties");
        Text(json, "group", check.Group);
        Text(json, "name", check.Name);
        json.WriteString("verdict", VerdictLabel.Word(check.Verdict));
        json.WriteStartObject("measures");
        foreach (var measure in check.Measures.DistinctBy(measure => SafeText.OneLine(measure.Name)))
        {
            json.WriteReal(SafeText.OneLine(measure.Name), measure.Value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // A check is about the whole file; its first line is where a code host can show it.
    private static void WriteLocation(Utf8JsonWriter json, string location)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", SarifUri.Of(location));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", 1);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Message(Utf8JsonWriter json, string property, string text)
    {
        json.WriteStartObject(property);
        // Sections 3.11.5 and 3.11.6: a brace is doubled, or it would be a placeholder; and no text of ours is a link.
        Text(
            json,
            "text",
            text.Replace("{", "{{", StringComparison.Ordinal)
                .Replace("}", "}}", StringComparison.Ordinal)
                .Replace("](", "] (", StringComparison.Ordinal)
        );
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string property, string text) =>
        json.WriteString(SafeText.OneLine(property), SafeText.OneLine(text));

    private static string Version() => Producer.Of(typeof(SarifRenderer).Assembly).Split(' ')[^1];
}
