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
        var checks =
            request.To == Stage.Active
                ? await VerifyArtifactsAsync(version, cancellationToken).ConfigureAwait(false)
                : null;
        var result = await ChangeAsync(
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
                    var found = await VersionAsync(unit, version, request.ExpectedRevision, token)
                        .ConfigureAwait(false);
                    var from = found.Stage;
                    unit.Require(StageMachine.Find(from, request.To)?.Right ?? RegistryRight.Transition);
                    TransitionRules.ThrowIfAnOperationOfItsOwn(version, from, request.To);
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

                    return (
                        From: from,
                        Result: new TransitionResult(PutVersion(unit, moved), unit.Decision, others, unit.Index)
                    );
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        engine.CountTransition(result.From, request.To);
        return result.Result;
    }

    /// <inheritdoc/>
    public Task<PolicyDecision> CheckAsync(
        VersionKey version,
        Stage to,
        CancellationToken cancellationToken = default
    ) =>
        ReadAsync(
            "check",
            null,
            version,
            async (reader, token) =>
            {
                var found = await Records.VersionAsync(reader, version, token).ConfigureAwait(false);
                var policy = await PolicyShelf.OfModelAsync(reader, version.Model, token).ConfigureAwait(false);
                var checks =
                    to == Stage.Active
                        ? await ArtifactChecks.VerifyAsync(engine.Artifacts, [found], token).ConfigureAwait(false)
                        : null;
                var facts = await FactsAsync(reader, found, to, checks, engine.Time.GetUtcNow(), token)
                    .ConfigureAwait(false);
                return PolicyEvaluator.Evaluate(policy, facts);
            },
            cancellationToken
        );

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
        ArtifactChecks? checks = null;
        if (engine.Options.Access.Allows(Caller, RegistryRight.RollBack))
        {
            var candidates = await engine
                .Store.ReadAsync((reader, token) => Rollback.CandidatesAsync(reader, model, token), cancellationToken)
                .ConfigureAwait(false);
            checks = await ArtifactChecks
                .VerifyAsync(engine.Artifacts, candidates, cancellationToken)
                .ConfigureAwait(false);
        }

        var result = await ChangeAsync(
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
                        if (Rollback.ReasonAgainst(decision, facts) is { } reason)
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
        engine.CountTransition(Stage.Active, Stage.RolledBack);
        engine.CountTransition(Stage.Superseded, Stage.Active);
        return result;
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

    private async Task<ArtifactChecks?> VerifyArtifactsAsync(VersionKey version, CancellationToken cancellationToken)
    {
        // Who may not take the step must not make the registry read gigabytes for it.
        if (!engine.Options.Access.Allows(Caller, RegistryRight.Transition))
        {
            return null;
        }

        var found = await engine
            .Store.ReadAsync((reader, token) => Records.VersionAsync(reader, version, token), cancellationToken)
            .ConfigureAwait(false);
        return await ArtifactChecks.VerifyAsync(engine.Artifacts, [found], cancellationToken).ConfigureAwait(false);
    }
}
