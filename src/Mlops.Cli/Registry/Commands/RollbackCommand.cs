using System.CommandLine;
using Mlops.Registry.Stages;

namespace Mlops.Cli.Registry.Commands;

/// <summary><c>mlops registry rollback</c>: back to the last version whose approval still stands.</summary>
internal static class RollbackCommand
{
    public static Command Create(RegistryTool tool)
    {
        var model = CommonOptions.Model();
        var reason = CommonOptions.Reason("Why.");
        var ticket = CommonOptions.Text("--ticket", "The ticket in your own system.", "ID");
        var alias = CommonOptions.Text("--alias", "The alias that moves along.", "ALIAS");
        var from = new Option<int?>("--from")
        {
            Description = "The number of the active version to leave; needed only where several are active.",
            HelpName = "NUMBER",
        };
        return tool.Command(
            "rollback",
            "Leaves the active version, and makes the last one before it active whose approval still stands.",
            async (call, cancellationToken) =>
            {
                var result = await call
                    .Registry.RollBackAsync(
                        VersionReference.Model(call.Get(model)),
                        new RollbackRequest(call.Get(reason)!)
                        {
                            Ticket = call.Get(ticket),
                            Alias = call.Get(alias),
                            FromNumber = call.Get(from),
                        },
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                return call.Answer(
                    writer =>
                    {
                        writer.WriteStartObject();
                        writer.WriteNumber("entry", result.Entry);
                        writer.Record("from", result.From);
                        writer.WriteStartArray("passedOver");
                        foreach (var reason in result.PassedOver)
                        {
                            writer.WriteStringValue(reason);
                        }

                        writer.WriteEndArray();
                        writer.Record("to", result.To);
                        writer.WriteEndObject();
                    },
                    console =>
                    {
                        console.Sentence(
                            RegistryConsole.Done,
                            $"{result.To.Key} is active again; {result.From.Key} is {result.From.Stage} (entry {result.Entry} of the log)."
                        );
                        console.Notes(result.PassedOver.Select(passed => $"Passed over: {passed}"));
                        console.Notes(
                            call.Get(alias) is { } moved
                                ? $"{moved} points to {result.To.Key} now."
                                : "Aliases stay where they are; --alias champion would have moved one along."
                        );
                        console.Next(
                            $"mlops registry show {result.From.Key}",
                            $"mlops registry history {result.To.Key.Model} --roles auditor"
                        );
                    }
                );
            },
            [model, reason, ticket, alias, from]
        );
    }
}
