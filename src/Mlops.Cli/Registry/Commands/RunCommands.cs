using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mlops.Registry.Models;
using Mlops.Registry.Runs;
using Spectre.Console;

namespace Mlops.Cli.Registry.Commands;

/// <summary><c>mlops registry run</c> and <c>runs</c>: what went into a training, and what was measured.</summary>
internal static class RunCommands
{
    public static Command Record(RegistryTool tool)
    {
        var file = new Argument<string>("FILE")
        {
            Description =
                "The run as JSON: id, model, startedAt, endedAt; and parameters, metrics, seed, dataSets, code, environment.",
        };
        var newModel = new NewModel();
        return tool.Command(
            "run",
            "Records a run that has ended: parameters, metrics, seed. It never changes; 'register --run ID' names it.",
            async (call, cancellationToken) =>
            {
                var run = RecordFile.Read<Run>(call.Get(file), "run", Spell);
                await newModel.EnsureAsync(call, run.Model, cancellationToken).ConfigureAwait(false);
                var recorded = await call.Registry.RecordRunAsync(run, cancellationToken).ConfigureAwait(false);
                return call.Answer(
                    writer => writer.Record(recorded),
                    console =>
                    {
                        console.Sentence(
                            RegistryConsole.Done,
                            $"Run {run.Id} of {run.Model} is recorded: {Words.Count(run.Parameters.Count, "parameter")}, {Words.Count(run.Metrics.Count, "metric")}{(run.Seed is { } seed ? $", seed {seed}" : "")}."
                        );
                        console.Next($"mlops registry register {run.Model} --run {run.Id} --artifacts-from FOLDER");
                    }
                );
            },
            [file, newModel.Create, newModel.IntendedUse]
        );
    }

    public static Command List(RegistryTool tool)
    {
        var model = CommonOptions.Model();
        var limit = CommonOptions.Limit();
        var after = CommonOptions.Text("--after", "Where the page begins, as the page before says.", "TOKEN");
        return tool.Command(
            "runs",
            "Lists the runs of a model, the latest first.",
            async (call, cancellationToken) =>
            {
                var name = VersionReference.Model(call.Get(model));
                var page = await call
                    .Registry.ListRunsAsync(name, call.Get(limit), call.Get(after), cancellationToken)
                    .ConfigureAwait(false);
                return call.Answer(
                    writer =>
                    {
                        writer.WriteStartObject();
                        writer.Records("items", page.Items);
                        writer.Next(page.Next);
                        writer.WriteEndObject();
                    },
                    console => Write(console, name, page)
                );
            },
            [model, limit, after]
        );
    }

    private static void Write(RegistryConsole console, string model, Page<Run> page)
    {
        if (page.Items.Count == 0)
        {
            console.Line($"{model} has no runs.");
            return;
        }

        console.Table(
            ["Run", "Ended|", "By", "Seed|", "Measured at the end"],
            page.Items.Select(run =>
                (IReadOnlyList<string>)
                    [
                        $"[bold]{Markup.Escape(run.Id)}[/]",
                        Words.Time(run.EndedAt),
                        Markup.Escape(run.RecordedBy),
                        run.Seed?.ToString(CultureInfo.InvariantCulture) ?? "",
                        Markup.Escape(string.Join(", ", run.Metrics.Where(each => each.Value.Count > 0).Select(Last))),
                    ]
            )
        );
        if (page.Next is { } next)
        {
            console.Line($"There are earlier ones: add --after {next}, or a larger --limit.");
        }
    }

    private static string Last(KeyValuePair<string, IReadOnlyList<MetricPoint>> metric) =>
        string.Create(CultureInfo.InvariantCulture, $"{metric.Key} {metric.Value[^1].Value:G6}");

    // People write numbers: a metric that is one number was measured once, and a parameter's number is its text.
    private static void Spell(JsonObject run)
    {
        run.Default("parameters", new JsonObject());
        run.Default("metrics", new JsonObject());
        run.Default("dataSets", new JsonArray());
        run.Default("environment", new JsonObject());
        run.Default("recordedBy", "");
        foreach (var (name, value) in Members(run, "metrics"))
        {
            if (value.GetValueKind() == JsonValueKind.Number)
            {
                run["metrics"]![name] = new JsonArray(new JsonObject { ["step"] = 0, ["value"] = value.DeepClone() });
            }
        }

        foreach (var (name, value) in Members(run, "parameters"))
        {
            if (value.GetValueKind() is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
            {
                run["parameters"]![name] = value.ToJsonString();
            }
        }
    }

    private static List<(string Name, JsonNode Value)> Members(JsonObject run, string name) =>
        run[name] is JsonObject members
            ? [.. members.Where(each => each.Value is not null).Select(each => (each.Key, each.Value!))]
            : [];
}
