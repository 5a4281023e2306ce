using System.CommandLine;
using System.Globalization;
using Mlops.Cli.Registry.Views;
using Mlops.Registry.Audit;
using Mlops.Registry.Models;

namespace Mlops.Cli.Registry.Commands;

/// <summary><c>mlops registry history</c>: who did what to a model, the latest first.</summary>
internal static class HistoryCommand
{
    public static Command Create(RegistryTool tool)
    {
        var what = new Argument<string>("WHAT") { Description = "A model, such as credit, or a version: credit@7." };
        var limit = CommonOptions.Limit();
        var actions = CommonOptions.Texts(
            "--action",
            $"Only these; may be repeated: {string.Join(", ", Enum.GetValues<AuditAction>().Select(Words.Of))}.",
            "ACTION"
        );
        var before = new Option<long?>("--before")
        {
            Description = "Only entries before this one.",
            HelpName = "ENTRY",
        };
        return tool.Command(
            "history",
            "Lists who did what to a model or version, refusals included; the latest first.",
            async (call, cancellationToken) =>
            {
                var text = call.Get(what);
                VersionKey? key = RegistryName.IsModel(text)
                    ? null
                    : await VersionReference.ResolveAsync(call.Registry, text, cancellationToken).ConfigureAwait(false);
                var page = await call
                    .Registry.GetHistoryAsync(
                        new HistoryQuery(key?.Model ?? text)
                        {
                            Number = key?.Number,
                            Actions =
                            [
                                .. (call.Get(actions) ?? []).Select(each => Words.Parse<AuditAction>(each, "--action")),
                            ],
                            After = call.Get(before)?.ToString(CultureInfo.InvariantCulture),
                            Limit = call.Get(limit),
                        },
                        cancellationToken
                    )
                    .ConfigureAwait(false);
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
                        HistoryView.Write(console, page.Items);
                        if (page.Next is not null && page.Items.Count > 0)
                        {
                            console.Line(
                                string.Create(
                                    CultureInfo.InvariantCulture,
                                    $"There are earlier entries: add --before {page.Items[^1].Index}, or a larger --limit."
                                )
                            );
                        }
                    }
                );
            },
            [what, actions, before, limit]
        );
    }
}
