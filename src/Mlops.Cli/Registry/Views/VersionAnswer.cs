using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Stages;

namespace Mlops.Cli.Registry.Views;

/// <summary>The answer to a change of a version: a sentence, and what to do next.</summary>
internal static class VersionAnswer
{
    /// <summary>Answers.</summary>
    /// <param name="call">The call.</param>
    /// <param name="version">The version as it is now.</param>
    /// <param name="sentence">What was done.</param>
    /// <param name="notes">What else there is to say.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<int> AnswerAsync(
        this RegistryCall call,
        ModelVersion version,
        string sentence,
        IReadOnlyList<string> notes,
        CancellationToken cancellationToken
    )
    {
        if (call.IsJson)
        {
            return call.Answer(writer => writer.Version(version), _ => { });
        }

        var decision = await DecisionAsync(call, version, cancellationToken).ConfigureAwait(false);
        return call.Answer(
            writer => writer.Version(version),
            console =>
            {
                console.Sentence(RegistryConsole.Done, sentence);
                console.Notes(notes);

                console.Next(NextSteps.Of(version, decision));
            }
        );
    }

    /// <summary>What the policy would say to becoming active now, asked for by nobody in particular.</summary>
    public static async Task<PolicyDecision> DecisionAsync(
        RegistryCall call,
        ModelVersion version,
        CancellationToken cancellationToken
    )
    {
        const string Verified = "requirement.artifacts-verified";
        var standing = await call.Registry.GetStandingAsync(version.Key, cancellationToken).ConfigureAwait(false);
        var decision = standing.Decision;
        if (decision.Rules.All(rule => rule.Rule != Verified))
        {
            return decision;
        }

        // A standing does not read the files; a check of the step does.
        var check = await call.Registry.CheckAsync(version.Key, Stage.Active, cancellationToken).ConfigureAwait(false);
        return decision with
        {
            Rules =
            [
                .. decision.Rules.Select(rule =>
                    rule.Rule == Verified ? check.Rules.First(other => other.Rule == Verified) : rule
                ),
            ],
        };
    }
}
