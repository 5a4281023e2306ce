using Mlops.Registry.Access;
using Mlops.Registry.Audit;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Risk;
using Mlops.Registry.Stages;
using Mlops.Registry.Stores;

namespace Mlops.Registry.Engine;

internal sealed partial class RegistrySession
{
    /// <inheritdoc/>
    public async Task<TransitionResult> TransitionAsync(
        VersionKey version,
        TransitionRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        ThrowIfNoReason(request.Reason);
        TransitionRules.ThrowIfAliasOutOfPlace(request);
        var checks =
            request.To == Stage.Active
                ? await VerifyArtifactsAsync(version, cancellationToken).ConfigureAwait(false)
                : null;
        return await ChangeAsync(
                new Intent(
                    $"transition-to-{request.To.ToString().ToLowerInvariant()}",
                    AuditAction.Transitioned,
                    null,
                    Version: version,
                    Reason: request.Reason,
                    Ticket: request.Ticket
                ),
                async (unit, token) =>
                {
                    TransitionRules.RequireAnyRight(unit, engine.Options.Access, request.To);
                    var found = await VersionAsync(unit, version, request.ExpectedRevision, token)
                        .ConfigureAwait(false);
                    unit.Require(StageMachine.Find(found.Stage, request.To)?.Right ?? RegistryRight.Transition);
                    TransitionRules.ThrowIfAnOperationOfItsOwn(version, found.Stage, request.To);
                    await JudgeAsync(unit, found, request.To, checks, token).ConfigureAwait(false);
                    var others =
                        request.To == Stage.Active && !request.KeepOthersActive
                            ? await Tenures.SupersedeAsync(unit, found, token).ConfigureAwait(false)
                            : [];
                    var moved = await MoveAsync(unit, found, request.To, token).ConfigureAwait(false);
                    if (others.Count > 0)
                    {
                        unit.Detail("superseded", string.Join(", ", others));
                    }

                    if (request.Alias is { } alias)
                    {
                        unit.Require(RegistryRight.MoveAlias);
                        await Aliases.MoveAsync(unit, engine.Options, moved, alias, null, token).ConfigureAwait(false);
                    }

                    return new TransitionResult(PutVersion(unit, moved), unit.Decision, others, unit.Index);
                },
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<PolicyDecision> CheckAsync(
        VersionKey version,
        Stage to,
        CancellationToken cancellationToken = default
    )
    {
        // Before the read: no snapshot of the store is held while gigabytes are hashed.
        var checks =
            to == Stage.Active
                ? await VerifyArtifactsAsync(version, cancellationToken, RegistryRight.Read).ConfigureAwait(false)
                : null;
        return await ReadAsync(
                "check",
                null,
                version,
                async (reader, token) =>
                {
                    var found = await Records.VersionAsync(reader, version, token).ConfigureAwait(false);
                    var policy = await PolicyShelf.OfModelAsync(reader, version.Model, token).ConfigureAwait(false);
                    var facts = await FactsAsync(reader, found, to, checks, engine.Time.GetUtcNow(), token)
                        .ConfigureAwait(false);
                    return PolicyEvaluator.Evaluate(policy, facts);
                },
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<RollbackResult> RollBackAsync(
        string model,
        RollbackRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        RegistryName.ThrowIfNotModel(model);
        ThrowIfNoReason(request.Reason);
        if (request.Alias is not null)
        {
            RegistryName.ThrowIfNotAlias(request.Alias);
        }

        var checks = engine.Options.Access.Allows(Caller, RegistryRight.RollBack)
            ? await VerifyCandidatesAsync(model, cancellationToken).ConfigureAwait(false)
            : null;

        return await ChangeAsync(
                new Intent(
                    "roll-back",
                    AuditAction.RolledBack,
                    RegistryRight.RollBack,
                    model,
                    Reason: request.Reason,
                    Ticket: request.Ticket
                ),
                async (unit, token) =>
                {
                    var policy = await PolicyShelf.OfModelAsync(unit.Reader, model, token).ConfigureAwait(false);
                    var current = await Rollback.CurrentAsync(unit.Reader, model, request, token).ConfigureAwait(false);
                    var passedOver = new List<string>();
                    foreach (
                        var candidate in await Rollback.CandidatesAsync(unit.Reader, model, token).ConfigureAwait(false)
                    )
                    {
                        var facts = await FactsAsync(unit.Reader, candidate, Stage.Active, checks, unit.Now, token)
                            .ConfigureAwait(false);
                        var decision = PolicyEvaluator.Evaluate(policy, facts);
                        var reason = Rollback.ReasonAgainst(decision, facts);
                        if (reason is null && checks?.HasRead(candidate) == false)
                        {
                            reason = "it could be rolled back to only since its files were looked for: ask again.";
                        }

                        if (reason is not null)
                        {
                            passedOver.Add($"{candidate.Key}: {reason}");
                            continue;
                        }

                        unit.Decision = decision;
                        unit.Facts = facts;
                        unit.Version = candidate.Key;
                        unit.Detail("from", current.Key.ToString());
                        unit.Detail("to", candidate.Key.ToString());
                        var left = PutVersion(
                            unit,
                            await MoveAsync(unit, current, Stage.RolledBack, token).ConfigureAwait(false)
                        );
                        var active = PutVersion(
                            unit,
                            await MoveAsync(unit, candidate, Stage.Active, token).ConfigureAwait(false)
                        );
                        if (request.Alias is { } alias)
                        {
                            await Aliases
                                .MoveAsync(unit, engine.Options, active, alias, null, token)
                                .ConfigureAwait(false);
                        }

                        return new RollbackResult(left, active, passedOver, unit.Index);
                    }

                    throw new InvalidTransitionException(
                        passedOver.Count == 0
                            ? $"There is nothing to roll {current.Key} back to: no other version was active before. Suspend it instead."
                            : $"There is nothing to roll {current.Key} back to. {string.Join(" ", passedOver)} Suspend it instead."
                    );
                },
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <summary>Refuses a step that does not exist, or that the policy forbids; what it said goes into the entry.</summary>
    private async ValueTask JudgeAsync(
        Unit unit,
        ModelVersion version,
        Stage to,
        ArtifactChecks? checks,
        CancellationToken cancellationToken
    )
    {
        if (!StageMachine.Require(version.Key, version.Stage, to).IsJudged)
        {
            return;
        }

        var policy = await PolicyShelf
            .OfModelAsync(unit.Reader, version.Key.Model, cancellationToken)
            .ConfigureAwait(false);
        unit.Facts = await FactsAsync(unit.Reader, version, to, checks, unit.Now, cancellationToken)
            .ConfigureAwait(false);
        unit.Detail("from", version.Stage.ToString());
        unit.Detail("to", to.ToString());
        unit.Decision = PolicyEvaluator.Evaluate(policy, unit.Facts);
        if (!unit.Decision.IsAllowed)
        {
            var rules = unit.Decision.Unmet(RuleMode.Enforce).Select(rule => $"{rule.Rule}: {rule.Message}");
            throw new PolicyRefusedException(
                unit.Decision,
                $"{version.Key} may not become {to} under policy {unit.Decision.Policy} (tier {unit.Decision.Tier}). {string.Join(" ", rules)}"
            );
        }
    }

    private static ModelVersion Step(Unit unit, ModelVersion version, Stage to)
    {
        StageMachine.Require(version.Key, version.Stage, to);
        unit.Detail("from", version.Stage.ToString());
        unit.Detail("to", to.ToString());
        unit.Step(version.Stage, to);
        return version with { Stage = to };
    }

    /// <summary>Moves a version, and begins or ends the time during which it is active.</summary>
    private static async ValueTask<ModelVersion> MoveAsync(
        Unit unit,
        ModelVersion version,
        Stage to,
        CancellationToken cancellationToken
    )
    {
        StageMachine.Require(version.Key, version.Stage, to);
        if (to is Stage.Active or Stage.Retired || version.Stage == Stage.Active)
        {
            await Tenures.EndAsync(unit, version, cancellationToken).ConfigureAwait(false);
        }

        unit.Step(version.Stage, to);
        return to == Stage.Active ? Tenures.Begin(unit, version) : version with { Stage = to };
    }

    private async ValueTask<PolicyFacts> FactsAsync(
        IRegistryReader reader,
        ModelVersion version,
        Stage to,
        ArtifactChecks? checks,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var (register, _) = await Records
            .FindAsync<RiskRegister>(reader, Records.RiskRegister(version.Key.Model), cancellationToken)
            .ConfigureAwait(false);
        return new PolicyFacts(FactRules.WithoutTexts(version), version.Stage, to, Caller.Id, now, checks?.Of(version))
        {
            HasRiskRegister = register is not null,
        };
    }

    /// <summary>Reads the files of the versions that could be rolled back to, as far as the first whose files are intact: in an emergency nobody waits for the others.</summary>
    private async Task<ArtifactChecks?> VerifyCandidatesAsync(string model, CancellationToken cancellationToken)
    {
        if (engine.Artifacts is null)
        {
            return null;
        }

        var candidates = await engine
            .Store.ReadAsync(
                async (reader, token) =>
                {
                    var policy = await PolicyShelf.OfModelAsync(reader, model, token).ConfigureAwait(false);
                    var standing = new List<ModelVersion>();
                    foreach (var found in await Rollback.CandidatesAsync(reader, model, token).ConfigureAwait(false))
                    {
                        var facts = await FactsAsync(reader, found, Stage.Active, null, engine.Time.GetUtcNow(), token)
                            .ConfigureAwait(false);
                        if (Rollback.ReasonAgainst(PolicyEvaluator.Evaluate(policy, facts), facts) is null)
                        {
                            standing.Add(found);
                        }
                    }

                    return standing;
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        var checks = new ArtifactChecks();
        foreach (var candidate in candidates)
        {
            await checks.AddAsync(engine.Artifacts, candidate, cancellationToken).ConfigureAwait(false);
            if (checks.Of(candidate) != false)
            {
                break;
            }
        }

        return checks;
    }

    private async Task<ArtifactChecks?> VerifyArtifactsAsync(
        VersionKey version,
        CancellationToken cancellationToken,
        RegistryRight right = RegistryRight.Transition
    )
    {
        // Who may not take the step must not make the registry read gigabytes for it.
        if (engine.Artifacts is null || !engine.Options.Access.Allows(Caller, right))
        {
            return null;
        }

        var found = await engine
            .Store.ReadAsync((reader, token) => Records.VersionAsync(reader, version, token), cancellationToken)
            .ConfigureAwait(false);
        return await ArtifactChecks.VerifyAsync(engine.Artifacts, found, cancellationToken).ConfigureAwait(false);
    }
}
