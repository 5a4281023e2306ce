using System.CommandLine;
using Mlops.Cli.Registry.Views;
using Mlops.Registry.Governance;
using Mlops.Registry.Models;

namespace Mlops.Cli.Registry.Commands;

/// <summary><c>mlops registry show</c>: a model, or a version with all that stands behind it.</summary>
internal static class ShowCommand
{
    private const int VersionsOfModel = 10;

    public static Command Create(RegistryTool tool)
    {
        var what = new Argument<string>("WHAT")
        {
            Description = "A model, such as credit, or a version: credit@7, credit@champion, credit@latest.",
        };
        return tool.Command(
            "show",
            "Shows a model, or what a version is, what stands behind it and what it lacks.",
            (call, cancellationToken) =>
                RegistryName.IsModel(call.Get(what))
                    ? ModelAsync(call, call.Get(what), cancellationToken)
                    : VersionAsync(call, call.Get(what), cancellationToken),
            [what]
        );
    }

    private static async Task<int> ModelAsync(RegistryCall call, string name, CancellationToken cancellationToken)
    {
        var registry = call.Registry;
        var model = await registry.GetModelAsync(name, cancellationToken).ConfigureAwait(false);
        var aliases = await registry.ListAliasesAsync(name, cancellationToken).ConfigureAwait(false);
        var page = await registry
            .SearchVersionsAsync(
                new VersionFilter
                {
                    Model = name,
                    Order = VersionOrder.Number,
                    Limit = VersionsOfModel,
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        var standings = await Task.WhenAll(
                page.Items.Select(version =>
                    registry.GetStandingAsync(version.Key, cancellationToken: cancellationToken)
                )
            )
            .ConfigureAwait(false);
        return call.Answer(
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray("aliases");
                foreach (var alias in aliases)
                {
                    writer.Alias(alias);
                }

                writer.WriteEndArray();
                writer.Record("model", model);
                writer.WriteNumber("revision", model.Revision);
                writer.WriteEndObject();
            },
            console => ModelView.Write(console, model, aliases, page, standings)
        );
    }

    private static async Task<int> VersionAsync(RegistryCall call, string text, CancellationToken cancellationToken)
    {
        var registry = call.Registry;
        var key = await VersionReference.ResolveAsync(registry, text, cancellationToken).ConfigureAwait(false);
        var version = await registry.GetVersionAsync(key, cancellationToken).ConfigureAwait(false);
        var standing = await registry
            .GetStandingAsync(key, ArtifactReading.Verify, cancellationToken)
            .ConfigureAwait(false);
        var aliases = (await registry.ListAliasesAsync(key.Model, cancellationToken).ConfigureAwait(false))
            .Where(alias => alias.Number == key.Number)
            .ToList();
        return call.Answer(
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray("aliases");
                foreach (var alias in aliases)
                {
                    writer.Alias(alias);
                }

                writer.WriteEndArray();
                writer.WriteNumber("revision", version.Revision);
                writer.Record("standing", standing);
                writer.Record("version", version);
                writer.WriteEndObject();
            },
            console => new VersionView(console, version, standing, standing.Decision, aliases).Write()
        );
    }
}
