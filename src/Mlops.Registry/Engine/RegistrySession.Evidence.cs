using Mlops.Registry.Access;
using Mlops.Registry.Audit;
using Mlops.Registry.Governance;
using Mlops.Registry.Models;
using Mlops.Registry.Risk;
using Mlops.Registry.Serialization;
using Mlops.Registry.Stages;
using Mlops.Serialization;

namespace Mlops.Registry.Engine;

internal sealed partial class RegistrySession
{
    /// <inheritdoc/>
    public async Task<ModelVersion> AttachEvidenceAsync(
        VersionKey version,
        EvidenceAttachment evidence,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var intent = new Intent(
            "attach-evidence",
            AuditAction.EvidenceAttached,
            RegistryRight.AttachEvidence,
            Version: version
        );

        // Only who may attach evidence may fill the artifact store with documents.
        var document = engine.Options.Access.Allows(Caller, RegistryRight.AttachEvidence)
            ? await EvidenceDocument.KeepAsync(engine.Artifacts, evidence, cancellationToken).ConfigureAwait(false)
            : null;
        return await ChangeVersionAsync(
                intent,
                (unit, found, _) =>
                {
                    var statement = evidence.Statement;
                    ThrowIfRetired(found);
                    if (found.Evidence.FirstOrDefault(one => one.Statement.Digest == statement.Digest) is { } present)
                    {
                        throw new RegistryConflictException(
                            present.Withdrawn is null
                                ? $"{version} has evidence {statement.Digest} already."
                                : $"Evidence {statement.Digest} of {version} was withdrawn, and does not come back: attach a new document."
                        );
                    }

                    if (evidence.MadeAt > unit.Now)
                    {
                        throw new ArgumentException(
                            FormattableString.Invariant(
                                $"The evidence is said to be made at {evidence.MadeAt:u}, after now ({unit.Now:u})."
                            ),
                            nameof(evidence)
                        );
                    }

                    unit.Detail("evidence", statement.Digest.ToString());
                    unit.Detail("kind", statement.Kind);
                    unit.Detail("verdict", statement.Verdict.ToString());
                    var attached = new AttachedEvidence(
                        statement,
                        Caller.Id,
                        unit.Now,
                        evidence.MadeAt?.ToUniversalTime(),
                        document
                    );
                    return ValueTask.FromResult(found with { Evidence = [.. found.Evidence, attached] });
                },
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<ModelVersion> WithdrawEvidenceAsync(
        VersionKey version,
        ContentDigest digest,
        string reason,
        CancellationToken cancellationToken = default
    )
    {
        ThrowIfNoReason(reason);
        return ChangeVersionAsync(
            new Intent(
                "withdraw-evidence",
                AuditAction.EvidenceWithdrawn,
                RegistryRight.AttachEvidence,
                Version: version,
                Reason: reason
            ),
            (unit, found, _) =>
            {
                var position = found.Evidence.ToList().FindIndex(attached => attached.Statement.Digest == digest);
                if (position < 0)
                {
                    throw new RegistryNotFoundException($"{version} has no evidence {digest}.");
                }

                if (found.Evidence[position].Withdrawn is not null)
                {
                    throw new RegistryConflictException($"Evidence {digest} of {version} is withdrawn already.");
                }

                unit.Detail("evidence", digest.ToString());
                AttachedEvidence[] evidence = [.. found.Evidence];
                evidence[position] = evidence[position] with { Withdrawn = reason };
                return ValueTask.FromResult(found with { Evidence = evidence });
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<ModelVersion> RecordDecisionAsync(
        VersionKey version,
        DesignDecision decision,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentException.ThrowIfNullOrWhiteSpace(decision.Subject);
        ArgumentException.ThrowIfNullOrWhiteSpace(decision.Reason);
        return ChangeVersionAsync(
            new Intent("record-decision", AuditAction.DecisionRecorded, RegistryRight.AttachEvidence, Version: version),
            (unit, found, _) =>
            {
                ThrowIfRetired(found);
                unit.Detail("subject", decision.Subject);
                unit.Detail("choice", decision.Choice);
                var recorded = decision with { DecidedBy = Caller.Id, DecidedAt = unit.Now };
                return ValueTask.FromResult(found with { Decisions = [.. found.Decisions, recorded] });
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<ModelVersion> AssessRiskAsync(
        VersionKey version,
        RiskFactors factors,
        RiskContext context,
        string reason,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(factors);
        ArgumentNullException.ThrowIfNull(context);
        return AssessAsync(version, engine.Options.RiskRule.Assess(factors, context), reason, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ModelVersion> AssessMaterialityAsync(
        VersionKey version,
        RiskFactor exposure,
        RiskFactor purpose,
        RiskContext context,
        string reason,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(exposure);
        ArgumentNullException.ThrowIfNull(purpose);
        ArgumentNullException.ThrowIfNull(context);
        var assessment = engine.Options.Materiality.Assess(exposure, purpose, context);
        return AssessAsync(version, assessment, reason, cancellationToken);
    }

    private Task<ModelVersion> AssessAsync(
        VersionKey version,
        RiskAssessment assessment,
        string reason,
        CancellationToken cancellationToken
    )
    {
        ThrowIfNoReason(reason);
        return ChangeVersionAsync(
            new Intent(
                "assess-risk",
                AuditAction.RiskAssessed,
                RegistryRight.AssessRisk,
                Version: version,
                Reason: reason
            ),
            (unit, found, _) =>
            {
                ThrowIfRetired(found);
                unit.Detail("from", found.Risk?.Tier?.ToString() ?? "unassessed");
                unit.Detail("to", assessment.Tier?.ToString() ?? "prohibited");
                unit.Detail("assessment", RegistryJson.DigestOf(assessment).ToString());
                return ValueTask.FromResult(found with { Risk = assessment });
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public async Task<VersionStanding> GetStandingAsync(
        VersionKey version,
        ArtifactReading artifacts = ArtifactReading.Skip,
        CancellationToken cancellationToken = default
    )
    {
        // Before the read: no snapshot of the store is held while gigabytes are hashed.
        var checks =
            artifacts == ArtifactReading.Verify
                ? await VerifyArtifactsAsync(version, cancellationToken, RegistryRight.Read).ConfigureAwait(false)
                : null;
        return await ReadAsync(
                "get-standing",
                null,
                version,
                async (reader, token) =>
                {
                    var found = await Records.VersionAsync(reader, version, token).ConfigureAwait(false);
                    var policy = await PolicyShelf.OfModelAsync(reader, version.Model, token).ConfigureAwait(false);
                    var facts = await FactsAsync(reader, found, Stage.Active, checks, engine.Time.GetUtcNow(), token)
                        .ConfigureAwait(false);
                    return StandingEvaluator.Evaluate(
                        policy,
                        found,
                        facts.At,
                        facts.ArtifactsVerified,
                        facts.HasRiskRegister
                    );
                },
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    private static void ThrowIfRetired(ModelVersion version)
    {
        if (version.Stage == Stage.Retired)
        {
            throw new InvalidTransitionException($"{version.Key} is retired: nothing is added to it any more.");
        }
    }
}
