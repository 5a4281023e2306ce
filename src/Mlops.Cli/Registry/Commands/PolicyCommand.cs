using System.CommandLine;
using Mlops.Registry.Policies;
using Spectre.Console;

namespace Mlops.Cli.Registry.Commands;

/// <summary><c>mlops registry policy</c>: shows, adds and tries policies.</summary>
internal static class PolicyCommand
{
    public static Command Create(RegistryTool tool) =>
        new("policy", "Shows the policy that judges versions, adds a version of one, or tries one on the past.")
        {
            Show(tool),
            Add(tool),
            Try(tool),
        };

    private static Command Show(RegistryTool tool)
    {
        var name = new Argument<string>("POLICY")
        {
            Description = "Its name, or name@version.",
            DefaultValueFactory = _ => "default",
        };
        return tool.Command(
            "show",
            "Prints a policy in the form that is edited and added.",
            async (call, cancellationToken) =>
            {
                var parts = call.Get(name).Split('@');
                int? version = parts.Length switch
                {
                    1 => null,
                    2 when int.TryParse(parts[1], out var number) && number >= 0 => number,
                    _ => throw new CliException(
                        $"'{call.Get(name)}' is not a policy; a name, or name@version as in default@2, was expected."
                    ),
                };
                var policy = await call
                    .Registry.GetPolicyAsync(parts[0], version, cancellationToken)
                    .ConfigureAwait(false);
                await call.Output.WriteLineAsync(policy.ToJson().TrimEnd('\n')).ConfigureAwait(false);
                return ExitCode.Success;
            },
            [name]
        );
    }

    private static Command Add(RegistryTool tool)
    {
        var file = File();
        var reason = CommonOptions.Reason("What changed, and why.");
        return tool.Command(
            "add",
            "Adds a version of a policy; the models under it are judged by it from now on.",
            async (call, cancellationToken) =>
            {
                var added = await call
                    .Registry.AddPolicyAsync(Read(call.Get(file)), call.Get(reason)!, cancellationToken)
                    .ConfigureAwait(false);
                return call.Answer(
                    writer => writer.Record(added),
                    console =>
                        console.Sentence(
                            RegistryConsole.Done,
                            $"{added.Reference} judges the models under '{added.Name}' from now on."
                        )
                );
            },
            [file, reason]
        );
    }

    private static Command Try(RegistryTool tool)
    {
        var file = File();
        var model = CommonOptions.Text("--model", "Only steps of this model.", "MODEL");
        var since = CommonOptions.Text("--since", "Only steps at this time or later.", "TIME");
        return tool.Command(
            "try",
            "Tries a policy on the steps of the past, and changes nothing.",
            async (call, cancellationToken) =>
            {
                DateTimeOffset? from = call.Get(since) is { } text ? Words.ParseTime(text, "--since") : null;
                var run = await call
                    .Registry.TryPolicyAsync(Read(call.Get(file)), call.Get(model), from, cancellationToken)
                    .ConfigureAwait(false);
                return call.Answer(writer => writer.Record(run), console => Write(console, run, call.Get(file)));
            },
            [file, model, since]
        );
    }

    private static void Write(RegistryConsole console, PolicyDryRun run, string file)
    {
        if (run.Steps.Count == 0)
        {
            console.Sentence(RegistryConsole.Open, "There are no past steps to try it on.");
            return;
        }

        console.Sentence(
            run.NewlyRefusedCount == 0 ? RegistryConsole.Done : RegistryConsole.Refused,
            $"Of {Words.Count(run.Steps.Count, "past step")} it would allow {run.AllowedCount} and refuse {run.RefusedCount}; {run.NewlyRefusedCount} of those were allowed, and {run.NewlyAllowedCount} of the allowed were refused."
        );
        if (run.Rules.Count > 0)
        {
            console.Table(
                ["Rule", "Refuses|", "Newly|", "Warns|", "Observes|"],
                run.Rules.Select(rule =>
                    (IReadOnlyList<string>)
                        [
                            Markup.Escape(rule.Rule),
                            $"{rule.RefusedCount}",
                            $"{rule.NewlyRefusedCount}",
                            $"{rule.WarnedCount}",
                            $"{rule.ObservedCount}",
                        ]
                )
            );
        }

        var changed = run.Steps.Where(step => step.IsNewlyRefused || step.IsNewlyAllowed).ToList();
        if (changed.Count > 0)
        {
            console.Table(
                ["Entry|", "Version|", "Step", "Would be"],
                changed.Select(step =>
                    (IReadOnlyList<string>)
                        [
                            $"{step.Entry}",
                            Markup.Escape(step.Version.ToString()),
                            $"{step.From} → {step.To}",
                            step.IsNewlyRefused
                                ? $"[red]refused[/]: {Markup.Escape(string.Join(", ", step.Decision.Unmet(RuleMode.Enforce).Select(rule => rule.Rule)))}"
                                : "[green]allowed[/]",
                        ]
                )
            );
        }

        console.Next($"mlops registry policy add {file} --reason TEXT --roles administrator");
    }

    private static Argument<string> File() =>
        new("FILE") { Description = "The policy as JSON, as 'policy show' prints it." };

    private static GovernancePolicy Read(string path)
    {
        if (!System.IO.File.Exists(path))
        {
            throw new CliException(
                $"There is no policy '{path}' in {Directory.GetCurrentDirectory()}; 'mlops registry policy show > {path}' makes one to edit."
            );
        }

        return GovernancePolicy.Load(path);
    }
}
