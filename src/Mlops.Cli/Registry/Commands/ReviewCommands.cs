using System.CommandLine;
using Mlops.Cli.Registry.Views;
using Mlops.Registry.Approvals;

namespace Mlops.Cli.Registry.Commands;

/// <summary><c>mlops registry review</c>, <c>approve</c>, <c>reject</c> and <c>revoke</c>: what people decide.</summary>
internal static class ReviewCommands
{
    private const string TicketHelp = "The ticket of the decision in your own system.";

    public static Command Review(RegistryTool tool)
    {
        var version = CommonOptions.Version();
        var reason = CommonOptions.Reason("What is asked for, and why now.");
        return tool.Command(
            "review",
            "Asks the approvers to decide.",
            async (call, cancellationToken) =>
            {
                var key = await VersionReference
                    .ResolveAsync(call.Registry, call.Get(version), cancellationToken)
                    .ConfigureAwait(false);
                var changed = await call
                    .Registry.RequestReviewAsync(key, call.Get(reason)!, cancellationToken)
                    .ConfigureAwait(false);
                return await call.AnswerAsync(
                        changed,
                        $"{key} is in review; the approvers decide now.",
                        [],
                        cancellationToken
                    )
                    .ConfigureAwait(false);
            },
            [version, reason]
        );
    }

    public static Command Approve(RegistryTool tool)
    {
        var version = CommonOptions.Version();
        var role = CommonOptions.RequiredText("--role", "The role in which you approve; you hold it.", "ROLE");
        var ticket = CommonOptions.RequiredText("--ticket", TicketHelp, "ID");
        var comment = CommonOptions.Text("--comment", "What there is to say.");
        var validFor = CommonOptions.Text(
            "--valid-for",
            "For how long it counts, such as 180d; never longer than the policy allows. [default: the policy's]",
            "TIME"
        );
        return tool.Command(
            "approve",
            "Approves a version in one role; with the last approval that the policy wants it becomes Approved.",
            async (call, cancellationToken) =>
            {
                TimeSpan? duration = call.Get(validFor) is { } text ? Words.ParseDuration(text, "--valid-for") : null;
                var key = await VersionReference
                    .ResolveAsync(call.Registry, call.Get(version), cancellationToken)
                    .ConfigureAwait(false);
                var changed = await call
                    .Registry.ApproveAsync(
                        key,
                        new ApprovalRequest(call.Get(role)!, call.Get(ticket)!)
                        {
                            Comment = call.Get(comment) ?? "",
                            ValidFor = duration,
                        },
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                var approval = changed.Approvals[^1];
                var until = approval.ExpiresAt is { } end ? $" until {Words.Time(end)[..10]}" : "";
                return await call.AnswerAsync(
                        changed,
                        $"{approval.Approver} approved {key} as {approval.Role}{until} (approval {approval.Id}); it is {changed.Stage}.",
                        [],
                        cancellationToken
                    )
                    .ConfigureAwait(false);
            },
            [version, role, ticket, comment, validFor]
        );
    }

    public static Command Reject(RegistryTool tool)
    {
        var version = CommonOptions.Version();
        var role = CommonOptions.RequiredText("--role", "The role in which you reject; you hold it.", "ROLE");
        var ticket = CommonOptions.RequiredText("--ticket", TicketHelp, "ID");
        var reason = CommonOptions.Reason("Why.");
        return tool.Command(
            "reject",
            "Rejects a version in one role.",
            async (call, cancellationToken) =>
            {
                var key = await VersionReference
                    .ResolveAsync(call.Registry, call.Get(version), cancellationToken)
                    .ConfigureAwait(false);
                var changed = await call
                    .Registry.RejectAsync(
                        key,
                        new RejectionRequest(call.Get(role)!, call.Get(ticket)!, call.Get(reason)!),
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                return await call.AnswerAsync(changed, $"{key} is rejected.", [], cancellationToken)
                    .ConfigureAwait(false);
            },
            [version, role, ticket, reason]
        );
    }

    public static Command Revoke(RegistryTool tool)
    {
        var version = CommonOptions.Version();
        var approval = new Argument<int>("APPROVAL")
        {
            Description = "Which of its approvals, as 'show' numbers them.",
        };
        var reason = CommonOptions.Reason("Why.");
        return tool.Command(
            "revoke",
            "Takes an approval back. An active version stays active until somebody suspends it or rolls it back.",
            async (call, cancellationToken) =>
            {
                var key = await VersionReference
                    .ResolveAsync(call.Registry, call.Get(version), cancellationToken)
                    .ConfigureAwait(false);
                var changed = await call
                    .Registry.RevokeApprovalAsync(key, call.Get(approval), call.Get(reason)!, cancellationToken)
                    .ConfigureAwait(false);
                IReadOnlyList<string> notes =
                    changed.Stage == Mlops.Registry.Stages.Stage.Active
                        ?
                        [
                            $"It is still active: 'mlops registry transition {key} suspended --reason TEXT' stops it, 'mlops registry rollback {key.Model} --reason TEXT' goes back.",
                        ]
                        : [];
                return await call.AnswerAsync(
                        changed,
                        $"Approval {call.Get(approval)} of {key} counts no longer.",
                        notes,
                        cancellationToken
                    )
                    .ConfigureAwait(false);
            },
            [version, approval, reason]
        );
    }
}
