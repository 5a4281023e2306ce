using System.CommandLine;
using Mlops.Cli.Registry.Hosting;
using Mlops.Registry.Models;
using Mlops.Registry.Retention;

namespace Mlops.Cli.Registry.Commands;

/// <summary><c>mlops registry retention</c>, <c>hold</c> and <c>erase</c>: how long a version is kept, and what may go.</summary>
internal static class RetentionCommands
{
    private static IReadOnlyList<RetentionClass> Presets =>
        [
            RetentionClass.EuAiActDocumentation,
            RetentionClass.EuAiActLogs,
            RetentionClass.Hipaa,
            RetentionClass.Indefinite,
        ];

    public static Command Retention(RegistryTool tool)
    {
        var version = CommonOptions.Version();
        var classes = CommonOptions.Texts(
            "--class",
            $"A class, with when its period began where that is known; may be repeated: {string.Join(", ", Presets.Select(each => each.Name))}, or a name of your own with --months and --basis.",
            "NAME[=TIME]"
        );
        var months = new Option<int?>("--months")
        {
            Description = "The months of a class of your own, from registration unless --class says from when.",
            HelpName = "N",
        };
        var basis = CommonOptions.Text("--basis", "The rule that a class of your own comes from.");
        var reason = CommonOptions.Text("--reason", "Why.");
        return tool.Command(
            "retention",
            "Shows for how long a version is kept, or sets it: all its classes at once, of which the longest wins.",
            async (call, cancellationToken) =>
            {
                var key = await VersionReference
                    .ResolveAsync(call.Registry, call.Get(version), cancellationToken)
                    .ConfigureAwait(false);
                var found = await call.Registry.GetVersionAsync(key, cancellationToken).ConfigureAwait(false);
                if (call.Get(classes) is { Length: > 0 } texts)
                {
                    var why = call.Get(reason);
                    if (string.IsNullOrWhiteSpace(why))
                    {
                        throw new CliException("--class goes with --reason: why is it kept so long?");
                    }

                    RetentionPeriod[] periods =
                    [
                        .. texts.Select(text => Period(text, call.Get(months), call.Get(basis), found)),
                    ];
                    found = await call
                        .Registry.SetRetentionAsync(key, periods, why, cancellationToken)
                        .ConfigureAwait(false);
                }
                else if ((call.Get(months), call.Get(basis), call.Get(reason)) is not (null, null, null))
                {
                    throw new CliException(
                        $"Which class? --class NAME says it; the ones with names are {string.Join(", ", Presets.Select(each => each.Name))}."
                    );
                }

                return Answer(call, found);
            },
            [version, classes, months, basis, reason]
        );
    }

    public static Command Hold(RegistryTool tool)
    {
        var version = CommonOptions.Version();
        var matter = new Argument<string>("MATTER") { Description = "The proceeding, as your organisation calls it." };
        var release = CommonOptions.Flag("--release", "Lifts the hold; it stays on record.");
        var reason = CommonOptions.Reason("Why.");
        return tool.Command(
            "hold",
            "Places a legal hold on a version, or lifts it: nothing is erased while one stands.",
            async (call, cancellationToken) =>
            {
                var key = await VersionReference
                    .ResolveAsync(call.Registry, call.Get(version), cancellationToken)
                    .ConfigureAwait(false);
                var (name, why) = (call.Get(matter), call.Get(reason)!);
                var changed = call.Get(release)
                    ? await call.Registry.ReleaseHoldAsync(key, name, why, cancellationToken).ConfigureAwait(false)
                    : await call.Registry.PlaceHoldAsync(key, name, why, cancellationToken).ConfigureAwait(false);
                return Answer(call, changed);
            },
            [version, matter, release, reason]
        );
    }

    public static Command Erase(RegistryTool tool)
    {
        var version = new Argument<string>("VERSION") { Description = "A version by its number: credit@7." };
        var reason = CommonOptions.Reason("Why.");
        return tool.Command(
            "erase",
            "Erases the files, documents and texts of a retired version that nothing keeps any more, for good. The log stays, and still verifies.",
            async (call, cancellationToken) =>
            {
                // What can't be undone is not done to whatever an alias points to.
                if (!VersionKey.TryParse(call.Get(version), out var key))
                {
                    throw new CliException(
                        $"'{call.Get(version)}' is not the number of a version; what is erased is gone, so write it in full, such as credit@7."
                    );
                }

                await call.Registry.EraseAsync(key, call.Get(reason)!, cancellationToken).ConfigureAwait(false);
                return call.Answer(
                    writer =>
                    {
                        writer.WriteStartObject();
                        writer.WriteString("erased", key.ToString());
                        writer.WriteEndObject();
                    },
                    console =>
                    {
                        console.Sentence(
                            RegistryConsole.Done,
                            $"{key} is erased: its texts, and the files that no other version has. Its number and the log stay."
                        );
                        if (call.Host.Artifacts is null)
                        {
                            console.Hanging(
                                RegistryConsole.Open,
                                "No --artifacts FOLDER was said: the files in one, if there is one, are still there."
                            );
                        }
                    }
                );
            },
            [version, reason]
        );
    }

    private static int Answer(RegistryCall call, ModelVersion version)
    {
        var state = version.Retention ?? new RetentionState();
        var decision = state.CanDispose(RegistryHost.Time.GetUtcNow());
        return call.Answer(
            writer => writer.Version(version),
            console =>
            {
                console.Sentence(
                    decision.CanDispose ? RegistryConsole.Open : RegistryConsole.Done,
                    $"{version.Key}: {decision.Reason}"
                );
                console.Facts([
                    .. state.Periods.Select(period =>
                        (
                            "Class",
                            (string?)
                                $"{period.Class}, {(period.StartedAt is { } start ? $"begun {Words.Time(start)[..10]}" : "not begun")}"
                        )
                    ),
                    .. state.Holds.Select(hold =>
                        (
                            "Hold",
                            (string?)
                                $"{hold}{(hold.ReleasedAt is { } at ? $"; lifted by {hold.ReleasedBy} on {Words.Time(at)[..10]}" : "")}"
                        )
                    ),
                ]);
            }
        );
    }

    private static RetentionPeriod Period(string text, int? months, string? basis, ModelVersion version)
    {
        var parts = text.Split('=', 2);
        var preset = Presets.FirstOrDefault(each => each.Name == parts[0]);
        if (preset is null && (months is null || string.IsNullOrWhiteSpace(basis)))
        {
            throw new CliException(
                $"--class '{parts[0]}' is none of {string.Join(", ", Presets.Select(each => each.Name))}; a class of your own goes with --months N and --basis TEXT."
            );
        }

        var kept = preset ?? new RetentionClass(parts[0], months, RetentionStart.Creation, basis!);
        DateTimeOffset? start =
            parts.Length == 2 ? Words.ParseTime(parts[1], "--class")
            : kept.StartsFrom == RetentionStart.Creation ? version.CreatedAt
            : null;
        return new RetentionPeriod(kept, start);
    }
}
