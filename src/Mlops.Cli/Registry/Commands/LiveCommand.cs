using System.CommandLine;
using Mlops.Cli.Registry.Hosting;
using Spectre.Console;

namespace Mlops.Cli.Registry.Commands;

/// <summary><c>mlops registry live</c>: what was in use at a time.</summary>
internal static class LiveCommand
{
    public static Command Create(RegistryTool tool)
    {
        var model = CommonOptions.Model();
        var at = CommonOptions.Text("--at", "The time, in UTC, such as 2026-11-01T12:00Z. [default: now]", "TIME");
        var alias = CommonOptions.Text("--alias", "Where this alias pointed, in place of what was active.", "ALIAS");
        return tool.Command(
            "live",
            "Tells which version was live at a time, and which entry of the log proves it.",
            async (call, cancellationToken) =>
            {
                var name = VersionReference.Model(call.Get(model));
                var time = call.Get(at) is { } text ? Words.ParseTime(text, "--at") : RegistryHost.Time.GetUtcNow();
                var tenures = await call
                    .Registry.WhatWasLiveAsync(name, time, call.Get(alias), cancellationToken)
                    .ConfigureAwait(false);
                return call.Answer(
                    writer =>
                    {
                        writer.WriteStartObject();
                        writer.WriteString("at", time.UtcDateTime.ToString("O"));
                        writer.Records("items", tenures);
                        writer.WriteEndObject();
                    },
                    console =>
                    {
                        var when = Words.Time(time);
                        if (tenures.Count == 0)
                        {
                            console.Sentence(
                                RegistryConsole.Open,
                                call.Get(alias) is { } nowhere
                                    ? $"{nowhere} of {name} pointed nowhere at {when}."
                                    : $"No version of {name} was live at {when}."
                            );
                            return;
                        }

                        var versions = string.Join(" and ", tenures.Select(tenure => tenure.Version));
                        console.Sentence(
                            RegistryConsole.Done,
                            call.Get(alias) is { } pointed
                                ? $"{pointed} pointed to {versions} at {when}."
                                : $"{versions} {(tenures.Count == 1 ? "was" : "were")} live at {when}."
                        );
                        console.Table(
                            ["Version|", "Since|", "Until|", "Proven by"],
                            tenures.Select(tenure =>
                                (IReadOnlyList<string>)
                                    [
                                        $"[bold]{Markup.Escape(tenure.Version.ToString())}[/]",
                                        Words.Time(tenure.From),
                                        tenure.To is { } to ? Words.Time(to) : "now",
                                        (
                                            tenure.ToEntry is { } end
                                                ? $"entries {tenure.FromEntry} and {end}"
                                                : $"entry {tenure.FromEntry}"
                                        ) + (tenure.Asserted ? "; the beginning is only asserted" : ""),
                                    ]
                            )
                        );
                        console.Next(
                            $"mlops registry show {tenures[0].Version}",
                            $"mlops registry prove {tenures[0].FromEntry} --output entry-{tenures[0].FromEntry}.tlog-proof --roles auditor"
                        );
                    }
                );
            },
            [model, at, alias]
        );
    }
}
