using Mlops.Cli.Registry.Commands;
using Mlops.Registry.Governance;
using Mlops.Registry.Models;

namespace Mlops.Cli.Registry.Views;

/// <summary>A model for people.</summary>
internal static class ModelView
{
    public static void Write(
        RegistryConsole console,
        RegisteredModel model,
        IReadOnlyList<ModelAlias> aliases,
        Page<ModelVersion> versions,
        IReadOnlyList<VersionStanding> standings
    )
    {
        console.Heading(model.Name);
        console.Facts(
            ("Intended use", model.IntendedUse),
            ("Description", model.Description),
            ("Owner", model.Owner),
            ("Policy", model.Policy),
            (
                "Aliases",
                string.Join(", ", aliases.Select(alias => $"{alias.Name} → {alias.Number} (revision {alias.Revision})"))
            ),
            ("Tags", string.Join(", ", model.Tags.Select(tag => $"{tag.Key}={tag.Value}"))),
            ("Created", $"{Words.Time(model.CreatedAt)} by {model.CreatedBy}")
        );
        if (versions.Items.Count == 0)
        {
            console.Next($"mlops registry register {model.Name} --artifacts-from FOLDER");
            return;
        }

        ListCommand.Versions(console, versions.Items, standings, aliases);
        if (versions.Next is not null)
        {
            console.Line($"Of {model.VersionCount} versions; 'mlops registry list {model.Name}' has all.");
        }

        console.Next($"mlops registry show {versions.Items[0].Key}");
    }
}
