using System.Globalization;
using System.Text;
using Mlops.Evidence;
using Mlops.Registry.Approvals;
using Mlops.Registry.Artifacts;
using Mlops.Registry.Models;
using Mlops.Registry.Risk;
using Mlops.Registry.Stages;
using Mlops.Registry.Stores;
using Mlops.Serialization;
using Mlops.Storage;

namespace Mlops.Registry.Soak;

/// <summary>One of the writers: leads versions through their lives, and moves the alias.</summary>
internal sealed class Writer(ModelRegistry registry, Journal journal, string name, ulong seed, ArtifactFile weights)
{
    public const string EvidenceKind = "mlops.soak.";

    private static readonly RiskFactors _low = RiskFactors.Of(
        FactorLevel.Low,
        FactorLevel.Low,
        FactorLevel.Low,
        FactorLevel.Low
    );

    private static readonly TimeSpan _untilServerIsUp = TimeSpan.FromMilliseconds(20);

    private readonly Actors _actors = new(registry, name);
    private readonly SeededNumbers _numbers = new(seed);
    private long _count;
    private long _aliasRevision;

    /// <summary>How often another writer had moved the alias first.</summary>
    public long Conflicts { get; private set; }

    public async Task RunAsync(Func<bool> goesOn)
    {
        while (goesOn())
        {
            try
            {
                await LiveAsync();
            }
            catch (UnknownOutcomeException)
            {
                // The change is in the journal as unknown; another version is begun.
            }
        }
    }

    private async Task LiveAsync()
    {
        var model = SharedModels.Names[_numbers.Below(SharedModels.Names.Count)];
        var definition = SharedModels.Definition(weights);
        var version = await DoAsync(
            "register",
            change => _actors.Author.RegisterAsync(new VersionRegistration(model, definition) { Reason = change }),
            RecordOf
        );
        var key = version.Key;
        await MoveAliasAsync();
        await ChangeAsync("assess", change => _actors.Author.AssessRiskAsync(key, _low, new RiskContext(), change));
        for (var i = _numbers.Below(3); i > 0; i--)
        {
            await ChangeAsync("evidence", change => _actors.Author.AttachEvidenceAsync(key, EvidenceOf(change)));
        }

        await ChangeAsync("review", change => _actors.Author.RequestReviewAsync(key, change));
        await MoveAliasAsync();
        await ChangeAsync(
            "approve",
            change => _actors.Validator.ApproveAsync(key, new ApprovalRequest("validator", change))
        );
        if (_numbers.Below(2) == 0)
        {
            await ChangeAsync("stage", change => GoAsync(key, Stage.Staged, change));
            await ChangeAsync("activate", change => GoAsync(key, Stage.Active, change));
        }
    }

    private async Task<ModelVersion> GoAsync(VersionKey key, Stage stage, string change) =>
        (await _actors.Operator.TransitionAsync(key, new TransitionRequest(stage, change))).Version;

    private static EvidenceAttachment EvidenceOf(string change) =>
        new(
            new EvidenceStatement(
                EvidenceKind + change,
                1,
                ContentDigest.Of(Encoding.UTF8.GetBytes(change)),
                [],
                Verdict.Pass,
                []
            )
        );

    private Task<ModelVersion> ChangeAsync(string operation, Func<string, Task<ModelVersion>> change) =>
        DoAsync(operation, change, RecordOf);

    private async Task MoveAliasAsync()
    {
        var target = 1 + _numbers.Below(SharedModels.AliasTargets);
        var moved = await DoAsync(
            "alias",
            async change =>
            {
                while (true)
                {
                    try
                    {
                        return await _actors.Operator.MoveAliasAsync(
                            SharedModels.OfAlias,
                            SharedModels.Alias,
                            target,
                            _aliasRevision,
                            change
                        );
                    }
                    catch (RegistryConflictException conflict)
                    {
                        Conflicts++;
                        _aliasRevision = conflict.ActualRevision;
                    }
                }
            },
            alias => ($"{RecordKind.Alias} {alias.Model}@{alias.Name}", alias.Revision)
        );
        _aliasRevision = moved.Revision;
    }

    private static (string, long) RecordOf(ModelVersion version) =>
        ($"{RecordKind.Version} {version.Key}", version.Revision);

    private async Task<T> DoAsync<T>(string operation, Func<string, Task<T>> act, Func<T, (string, long)> recordOf)
    {
        var change = string.Create(CultureInfo.InvariantCulture, $"{name}.{++_count}");
        while (true)
        {
            try
            {
                var result = await act(change);
                var (record, revision) = recordOf(result);
                journal.Write(new Acknowledgement(change, operation, record, revision));
                return result;
            }
            catch (CommitOutcomeUnknownException exception)
            {
                journal.Write(new Acknowledgement(change, Acknowledgement.Unknown, "-", 0));
                throw new UnknownOutcomeException("", exception);
            }
            catch (DatabaseUnavailableException)
            {
                // The server is down, and nothing was done: the same again, which a change done twice would show.
                await Task.Delay(_untilServerIsUp);
            }
        }
    }
}
