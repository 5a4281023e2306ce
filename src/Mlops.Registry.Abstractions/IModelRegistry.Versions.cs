using Mlops.Registry.Governance;
using Mlops.Registry.Models;
using Mlops.Registry.Risk;
using Mlops.Registry.Runs;
using Mlops.Serialization;

namespace Mlops.Registry;

public partial interface IModelRegistry
{
    /// <summary>Registers a version: its number is the next one, its definition is fixed.</summary>
    /// <param name="registration">The version.</param>
    /// <param name="cancellationToken">Ends the wait before the commit.</param>
    /// <remarks>With <see cref="VersionRegistration.LiveSince"/> it is registered after the fact: what a registration in time would have had is listed as gaps.</remarks>
    Task<ModelVersion> RegisterAsync(VersionRegistration registration, CancellationToken cancellationToken = default);

    /// <summary>Changes a draft's definition.</summary>
    /// <param name="version">The draft.</param>
    /// <param name="definition">What it is now.</param>
    /// <param name="expectedRevision">The revision that the caller saw.</param>
    /// <param name="cancellationToken">Ends the wait before the commit.</param>
    /// <exception cref="InvalidTransitionException">It is no draft any more.</exception>
    Task<ModelVersion> ChangeDraftAsync(
        VersionKey version,
        VersionDefinition definition,
        long expectedRevision,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads a version.</summary>
    /// <param name="version">Which one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<ModelVersion> GetVersionAsync(VersionKey version, CancellationToken cancellationToken = default);

    /// <summary>Reads the version with the highest number.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<ModelVersion> GetLatestAsync(string model, CancellationToken cancellationToken = default);

    /// <summary>Searches versions.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<Page<ModelVersion>> SearchVersionsAsync(VersionFilter filter, CancellationToken cancellationToken = default);

    /// <summary>Attaches evidence.</summary>
    /// <param name="version">The version.</param>
    /// <param name="evidence">The evidence.</param>
    /// <param name="cancellationToken">Ends the wait before the commit.</param>
    /// <exception cref="RegistryConflictException">Evidence of that digest is attached already.</exception>
    Task<ModelVersion> AttachEvidenceAsync(
        VersionKey version,
        EvidenceAttachment evidence,
        CancellationToken cancellationToken = default
    );

    /// <summary>Withdraws evidence: it stays on record and counts no longer.</summary>
    /// <param name="version">The version.</param>
    /// <param name="digest">The evidence.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends the wait before the commit.</param>
    Task<ModelVersion> WithdrawEvidenceAsync(
        VersionKey version,
        ContentDigest digest,
        string reason,
        CancellationToken cancellationToken = default
    );

    /// <summary>Records why something about a version is as it is.</summary>
    /// <param name="version">The version.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="cancellationToken">Ends the wait before the commit.</param>
    Task<ModelVersion> RecordDecisionAsync(
        VersionKey version,
        DesignDecision decision,
        CancellationToken cancellationToken = default
    );

    /// <summary>Assesses the risk of a version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="factors">The declared factors; the tier is computed from them by the registry's rule.</param>
    /// <param name="context">What the model is used for and on: floors and prohibited uses follow from it.</param>
    /// <param name="reason">Why now.</param>
    /// <param name="cancellationToken">Ends the wait before the commit.</param>
    Task<ModelVersion> AssessRiskAsync(
        VersionKey version,
        RiskFactors factors,
        RiskContext context,
        string reason,
        CancellationToken cancellationToken = default
    );

    /// <summary>Assesses the risk of a version by exposure and purpose, as SR 26-2 thinks of materiality.</summary>
    /// <param name="version">The version.</param>
    /// <param name="exposure">How much depends on the model, with the reason.</param>
    /// <param name="purpose">What it is used for, with the reason.</param>
    /// <param name="context">What the model is used for and on: floors and prohibited uses follow from it.</param>
    /// <param name="reason">Why now.</param>
    /// <param name="cancellationToken">Ends the wait before the commit.</param>
    Task<ModelVersion> AssessMaterialityAsync(
        VersionKey version,
        RiskFactor exposure,
        RiskFactor purpose,
        RiskContext context,
        string reason,
        CancellationToken cancellationToken = default
    );

    /// <summary>Computes where a version stands before its policy.</summary>
    /// <param name="version">The version.</param>
    /// <param name="artifacts">Whether the stored files are read and held against their digests; unread, the rule that wants them read is not met.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<VersionStanding> GetStandingAsync(
        VersionKey version,
        ArtifactReading artifacts = ArtifactReading.Skip,
        CancellationToken cancellationToken = default
    );

    /// <summary>Records a run that has ended.</summary>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Ends the wait before the commit.</param>
    /// <exception cref="RegistryConflictException">There is a run of that id.</exception>
    Task<Run> RecordRunAsync(Run run, CancellationToken cancellationToken = default);

    /// <summary>Reads a run.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<Run> GetRunAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Lists the runs of a model, the latest first.</summary>
    /// <param name="model">The model.</param>
    /// <param name="limit">How many at most, from 1 to 1000.</param>
    /// <param name="after">Where the page begins: <see cref="Page{T}.Next"/> of the one before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<Page<Run>> ListRunsAsync(
        string model,
        int limit = 50,
        string? after = null,
        CancellationToken cancellationToken = default
    );
}
