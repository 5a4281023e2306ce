using System.CommandLine;
using Mlops.Cli.Registry.Commands;

namespace Mlops.Cli.Registry;

/// <summary><c>mlops registry</c>: all that is done to a registry.</summary>
internal static class RegistryCommand
{
    public static Command Create(TextWriter output)
    {
        var tool = new RegistryTool(output);
        return new Command(
            "registry",
            "Keeps models, what speaks for them, who approved them, and a log of it that can't be rewritten unseen. Who acts is what --user and --roles say: whoever can write the registry's file can claim any name, so its permissions are the boundary; hosts take roles from the claims of signed-in users."
        )
        {
            InitCommand.Create(output),
            ListCommand.Create(tool),
            ShowCommand.Create(tool),
            RegisterCommand.Create(tool),
            RunCommands.Record(tool),
            RunCommands.List(tool),
            RiskCommand.Create(tool),
            DecisionCommand.Create(tool),
            DecisionCommand.Hazards(tool),
            EvidenceCommand.Create(tool),
            ReviewCommands.Review(tool),
            ReviewCommands.Approve(tool),
            ReviewCommands.Reject(tool),
            ReviewCommands.Revoke(tool),
            DelegationCommands.Give(tool),
            DelegationCommands.TakeBack(tool),
            DelegationCommands.List(tool),
            TransitionCommand.Create(tool),
            AliasCommand.Create(tool),
            RollbackCommand.Create(tool),
            LiveCommand.Create(tool),
            HistoryCommand.Create(tool),
            RetentionCommands.Retention(tool),
            RetentionCommands.Hold(tool),
            RetentionCommands.Erase(tool),
            PolicyCommand.Create(tool),
            CheckpointCommands.Checkpoint(tool),
            CheckpointCommands.Prove(tool),
        };
    }
}
