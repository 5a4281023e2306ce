using System.CommandLine;
using Mlops.Cli.Registry.Hosting;
using Mlops.Cli.Registry.Views;
using Mlops.Registry.Governance;
using Mlops.Registry.Models;
using Mlops.Registry.Stages;
using Spectre.Console;

namespace Mlops.Cli.Registry.Commands;

/// <summary><c>mlops registry list</c>: the models, or the versions of one.</summary>
internal static class ListCommand
{
    public static Command Create(RegistryTool tool)
    {
        var model = new Argument<string?>("MODEL")
        {
            Description = "The model whose versions are listed; the models when left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var stages = CommonOptions.Texts("--stage", "Only versions at this stage; may be repeated.", "STAGE");
        var limit = CommonOptions.Limit();
        var after = CommonOptions.Text("--after", "Where the page begins, as the page before says.", "TOKEN");
        return tool.Command(
            "list",
            "Lists the models, or the versions of one.",
            (call, cancellationToken) =>
                call.Optional(model) is { } name
                    ? VersionsAsync(
                        call,
                        new VersionFilter
                        {
                            Model = VersionReference.Model(name),
                            Stages = [.. (call.Get(stages) ?? []).Select(text => Words.Parse<Stage>(text, "--stage"))],
                            Order = VersionOrder.Number,
                            Limit = call.Get(limit),
                            After = call.Get(after),
                        },
                        cancellationToken
                    )
                    : ModelsAsync(
                        call,
                        new ModelFilter { Limit = call.Get(limit), After = call.Get(after) },
                        cancellationToken
                    ),
            [model, stages, limit, after]
        );
    }

    private static async Task<int> ModelsAsync(
        RegistryCall call,
        ModelFilter filter,
        CancellationToken cancellationToken
    )
    {
        var page = await call.Registry.SearchModelsAsync(filter, cancellationToken).ConfigureAwait(false);
        return call.Answer(
            writer =>
            {
                writer.WriteStartObject();
                writer.Records("items", page.Items);
                writer.Next(page.Next);
                writer.WriteEndObject();
            },
            console =>
            {
                if (page.Items.Count == 0)
                {
                    console.Line("There are no models yet.");
                    console.Next(
                        "mlops registry register MODEL --create --intended-use TEXT --artifacts-from FOLDER --roles author"
                    );
                    return;
                }

                console.Table(
                    ["Model|", "Versions|", "Owner|", "Policy|", "Changed|", "Intended use"],
                    page.Items.Select(item =>
                        (IReadOnlyList<string>)
                            [
                                $"[bold]{Markup.Escape(item.Name)}[/]",
                                $"{item.VersionCount}",
                                Markup.Escape(item.Owner),
                                Markup.Escape(item.Policy),
                                Words.Age(item.UpdatedAt, RegistryHost.Time.GetUtcNow()),
                                Markup.Escape(item.IntendedUse),
                            ]
                    )
                );
                More(console, page.Next, "models");
            }
        );
    }

    private static async Task<int> VersionsAsync(
        RegistryCall call,
        VersionFilter filter,
        CancellationToken cancellationToken
    )
    {
        var model = await call.Registry.GetModelAsync(filter.Model!, cancellationToken).ConfigureAwait(false);
        var page = await call.Registry.SearchVersionsAsync(filter, cancellationToken).ConfigureAwait(false);
        var aliases = await call.Registry.ListAliasesAsync(model.Name, cancellationToken).ConfigureAwait(false);
        var standings = new List<VersionStanding>();
        foreach (var version in page.Items)
        {
            standings.Add(
                await call
                    .Registry.GetStandingAsync(version.Key, cancellationToken: cancellationToken)
                    .ConfigureAwait(false)
            );
        }

        return call.Answer(
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray("items");
                foreach (var (version, standing) in page.Items.Zip(standings))
                {
                    writer.WriteStartObject();
                    writer.WriteNumber("revision", version.Revision);
                    writer.Record("standing", standing);
                    writer.Record("version", version);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.Next(page.Next);
                writer.WriteEndObject();
            },
            console =>
            {
                if (page.Items.Count == 0)
                {
                    console.Line(
                        filter.Stages.Count > 0
                            ? $"{model.Name} has no version at {string.Join(" or ", filter.Stages)}."
                            : $"{model.Name} has no version yet."
                    );
                    return;
                }

                Versions(console, page.Items, standings, aliases);
                More(console, page.Next, "versions");
                console.Line($"'mlops registry show {page.Items[0].Key}' says what stands behind one of them.");
            }
        );
    }

    /// <summary>Versions as a table: the latest first.</summary>
    public static void Versions(
        RegistryConsole console,
        IReadOnlyList<ModelVersion> versions,
        IReadOnlyList<VersionStanding> standings,
        IReadOnlyList<ModelAlias> aliases
    ) =>
        console.Table(
            ["Version|", "Stage|", "Aliases", "Tier|", "Compliance|", "Author", "Changed|"],
            versions
                .Zip(standings)
                .Select(each =>
                    (IReadOnlyList<string>)
                        [
                            $"[bold]{Markup.Escape(each.First.Key.ToString())}[/]",
                            StageMark.Of(each.First.Stage),
                            Markup.Escape(
                                string.Join(
                                    ", ",
                                    aliases
                                        .Where(alias => alias.Number == each.First.Key.Number)
                                        .Select(alias => alias.Name)
                                )
                            ),
                            StageMark.Tier(each.First),
                            StageMark.Of(each.Second.Compliance),
                            Markup.Escape(each.First.Author),
                            Words.Age(each.First.UpdatedAt, each.Second.At),
                        ]
                )
        );

    private static void More(RegistryConsole console, string? next, string what)
    {
        if (next is not null)
        {
            console.Line($"There are more {what}: add --after {next}, or a larger --limit.");
        }
    }
}
