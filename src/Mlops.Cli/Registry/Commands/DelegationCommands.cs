using System.CommandLine;
using Mlops.Cli.Registry.Hosting;
using Mlops.Registry.Approvals;
using Mlops.Registry.Models;
using Spectre.Console;

namespace Mlops.Cli.Registry.Commands;

/// <summary><c>mlops registry delegate</c>, <c>undelegate</c> and <c>delegations</c>: who decides in whose place.</summary>
internal static class DelegationCommands
{
    public static Command Give(RegistryTool tool)
    {
        var to = new Argument<string>("PERSON") { Description = "Who receives the role." };
        var role = CommonOptions.RequiredText("--role", "The role; you hold it yourself.", "ROLE");
        var until = CommonOptions.RequiredText(
            "--until",
            "Until when, a time such as 2026-12-24, or for how long, such as 14d; at most 90 days.",
            "TIME"
        );
        var from = CommonOptions.Text("--from", "From when. [default: now]", "TIME");
        var model = CommonOptions.Text("--model", "Only for this model. [default: all]", "MODEL");
        var reason = CommonOptions.Reason("Why.");
        return tool.Command(
            "delegate",
            "Gives one of your roles to somebody else for a time. Giver and receiver count as one person.",
            async (call, cancellationToken) =>
            {
                DateTimeOffset? start = call.Get(from) is { } text ? Words.ParseTime(text, "--from") : null;
                var given = await call
                    .Registry.DelegateAsync(
                        new DelegationRequest(
                            call.Get(to),
                            call.Get(role)!,
                            End(call.Get(until)!, start ?? RegistryHost.Time.GetUtcNow()),
                            call.Get(reason)!
                        )
                        {
                            Start = start,
                            Model = call.Get(model) is { } name ? VersionReference.Model(name) : null,
                        },
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                return call.Answer(
                    writer => writer.Record(given),
                    console =>
                    {
                        console.Sentence(
                            RegistryConsole.Done,
                            $"{given.To} is {given.Role} in place of {given.From} for {given.Model ?? "all models"} until {Words.Time(given.End)} ({given.Id})."
                        );
                        console.Next($"mlops registry undelegate {given.Id} --reason TEXT");
                    }
                );
            },
            [to, role, until, from, model, reason]
        );
    }

    public static Command TakeBack(RegistryTool tool)
    {
        var id = new Argument<string>("DELEGATION") { Description = "Which one, as 'delegations' names it." };
        var reason = CommonOptions.Reason("Why.");
        return tool.Command(
            "undelegate",
            "Takes a delegation back.",
            async (call, cancellationToken) =>
            {
                var taken = await call
                    .Registry.RevokeDelegationAsync(call.Get(id), call.Get(reason)!, cancellationToken)
                    .ConfigureAwait(false);
                return call.Answer(
                    writer => writer.Record(taken),
                    console =>
                        console.Sentence(
                            RegistryConsole.Done,
                            $"{taken.To} is {taken.Role} in place of {taken.From} no longer."
                        )
                );
            },
            [id, reason]
        );
    }

    public static Command List(RegistryTool tool)
    {
        var to = CommonOptions.Text("--to", "Only those that this person received.", "PERSON");
        var limit = CommonOptions.Limit();
        var after = CommonOptions.Text("--after", "Where the page begins, as the page before says.", "TOKEN");
        return tool.Command(
            "delegations",
            "Lists who decides in whose place, the last begun first; ended ones too.",
            async (call, cancellationToken) =>
            {
                var page = await call
                    .Registry.ListDelegationsAsync(call.Get(to), call.Get(limit), call.Get(after), cancellationToken)
                    .ConfigureAwait(false);
                return call.Answer(
                    writer =>
                    {
                        writer.WriteStartObject();
                        writer.Records("items", page.Items);
                        writer.Next(page.Next);
                        writer.WriteEndObject();
                    },
                    console => Write(console, page)
                );
            },
            [to, limit, after]
        );
    }

    private static void Write(RegistryConsole console, Page<Delegation> page)
    {
        if (page.Items.Count == 0)
        {
            console.Line("There are no delegations.");
            return;
        }

        var now = RegistryHost.Time.GetUtcNow();
        console.Table(
            ["Delegation|", "Who", "In place of", "Role|", "Model", "From, until", "Holds|"],
            page.Items.Select(each =>
                (IReadOnlyList<string>)
                    [
                        Markup.Escape(each.Id),
                        $"[bold]{Markup.Escape(each.To)}[/]",
                        Markup.Escape(each.From),
                        Markup.Escape(each.Role),
                        Markup.Escape(each.Model ?? "all"),
                        $"{Words.Time(each.Start)}, {Words.Time(each.End)}",
                        Standing(each, now),
                    ]
            )
        );
        if (page.Next is { } next)
        {
            console.Line($"There are earlier ones: add --after {next}, or a larger --limit.");
        }
    }

    private static string Standing(Delegation each, DateTimeOffset now) =>
        each.Revocation is not null ? "[red]✗ taken back[/]"
        : now < each.Start ? "[yellow]? not yet[/]"
        : now >= each.End ? "ended"
        : "[green]✓ yes[/]";

    private static DateTimeOffset End(string text, DateTimeOffset start) =>
        DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _)
            ? Words.ParseTime(text, "--until")
            : start + Words.ParseDuration(text, "--until");
}
