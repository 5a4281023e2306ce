using Mlops.Registry.Audit;
using Mlops.Registry.Governance;
using Mlops.Registry.Models;
using Mlops.Reporting;

namespace Mlops.Registry.Documents;

/// <summary>What the registry knows, as documents for people: rendered to HTML, Markdown or text by <c>Mlops.Reporting</c>.</summary>
public static class RegistryDocuments
{
    /// <summary>The governance record of a version: what it is, its risk, its evidence, its approvals, and what is missing before it may be used.</summary>
    /// <param name="standing">Where it stands before its policy.</param>
    /// <param name="version">The version.</param>
    /// <exception cref="ArgumentException">They are of two versions.</exception>
    public static ReportDocument ToDocument(this VersionStanding standing, ModelVersion version)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(version);
        return standing.Version == version.Key
            ? StandingDocument.Of(standing, version)
            : throw new ArgumentException(
                $"The standing is of {standing.Version}, and the version is {version.Key}.",
                nameof(version)
            );
    }

    /// <summary>What a verification of the log found, and what to do about it.</summary>
    /// <param name="verification">The verification.</param>
    public static ReportDocument ToDocument(this AuditVerification verification)
    {
        ArgumentNullException.ThrowIfNull(verification);
        return VerificationDocument.Of(verification);
    }

    /// <summary>What happened to a model, in the order given.</summary>
    /// <param name="history">The entries.</param>
    /// <param name="model">The model.</param>
    public static ReportDocument ToDocument(this IReadOnlyList<AuditEntry> history, string model)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        return new ReportDocument($"History of {model}", HistoryBlocks.Of(history));
    }
}
