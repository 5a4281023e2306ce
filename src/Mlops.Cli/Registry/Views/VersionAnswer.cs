using Mlops.Registry.Governance;
using Mlops.Registry.Models;

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
    /// <param name="hasAlias">Whether an alias points to it already.</param>
    public static async Task<int> AnswerAsync(
        this RegistryCall call,
        ModelVersion version,
        string sentence,
        IReadOnlyList<string> notes,
        CancellationToken cancellationToken,
        bool hasAlias = false
    )
    {
        if (call.IsJson)
        {
            return call.Answer(writer => writer.Version(version), _ => { });
        }

        var standing = await call
            .Registry.GetStandingAsync(version.Key, ArtifactReading.Verify, cancellationToken)
            .ConfigureAwait(false);
        return call.Answer(
            writer => writer.Version(version),
            console =>
            {
                console.Sentence(RegistryConsole.Done, sentence);
                console.Notes(notes);

                console.Next(NextSteps.Of(version, standing.Decision, hasAlias));
            }
        );
    }
}
