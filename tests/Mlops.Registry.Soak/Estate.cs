using Mlops.Registry.Access;
using Mlops.Registry.Approvals;
using Mlops.Registry.Artifacts;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Risk;
using Mlops.Registry.Stages;

namespace Mlops.Registry.Soak;

/// <summary>Many versions of some models, made through the registry: of several authors, teams, stages and tiers, some of them active for a time.</summary>
internal sealed class Estate(int versionCount, int modelCount)
{
    public const int Authors = 20;
    public const int Teams = 10;
    public const string Alias = "champion";

    /// <summary>A model none of whose versions is a draft: aliases may point to each.</summary>
    public const int WithoutDrafts = 1;

    private const int FillingCallers = 256;
    private const int DraftEvery = 10;
    private const int AssessedEvery = 3;
    private const int ActiveEvery = 200;

    private static readonly FactorLevel[] _levels = [FactorLevel.Low, FactorLevel.Medium, FactorLevel.High];

    public int VersionCount => versionCount;

    public int ModelCount => modelCount;

    public int VersionsOfEach => versionCount / modelCount;

    /// <summary>The middle of the time in which it was made.</summary>
    public DateTimeOffset Middle { get; private set; }

    /// <summary>When it was all there.</summary>
    public DateTimeOffset End { get; private set; }

    public static string Model(int i) => $"estate-{i:D3}";

    public VersionKey AnyVersion(SeededNumbers numbers) =>
        new(Model(numbers.Below(modelCount)), 1 + numbers.Below(VersionsOfEach));

    /// <summary>Makes them.</summary>
    /// <returns>How many changes it took.</returns>
    public async Task<long> FillAsync(Place place, ModelRegistry registry)
    {
        var actors = new Actors(registry, "estate");
        var weights = await place.WriteWeightsAsync();
        await actors.Administrator.AddPolicyAsync(GovernancePolicy.Observe, "An estate that is in use already.");
        var creator = registry.As(new Principal("creator", [RegistryRole.Author, RegistryRole.Administrator]));
        for (var i = 0; i < modelCount; i++)
        {
            await creator.CreateModelAsync(new ModelRegistration(Model(i), "Is one of many.") { Policy = "observe" });
        }

        long changes = modelCount + 1;
        await Parallel.ForAsync(
            0,
            versionCount,
            new ParallelOptions { MaxDegreeOfParallelism = FillingCallers },
            async (i, _) => Interlocked.Add(ref changes, await MakeAsync(registry, actors, weights, i))
        );
        var first = await actors.Auditor.GetVersionAsync(new VersionKey(Model(0), 1));
        var last = await actors.Auditor.GetLatestAsync(Model(0));
        Middle = first.CreatedAt + ((last.CreatedAt - first.CreatedAt) / 2);
        End = last.CreatedAt;
        return changes;
    }

    private async Task<int> MakeAsync(ModelRegistry registry, Actors actors, ArtifactFile weights, int i)
    {
        var model = Model(i % modelCount);
        var ordinal = i / modelCount;
        var author = registry.As(new Principal($"author-{i % Authors}", [RegistryRole.Author]));
        var definition = SharedModels.Definition(weights) with
        {
            Description = "One of many versions.",
            Tags = new Dictionary<string, string>
            {
                ["team"] = $"team-{i / Authors % Teams}",
                ["ordinal"] = $"{ordinal}",
            },
        };
        var isActive = ordinal % ActiveEvery == Math.Min(ActiveEvery, VersionsOfEach) / 2;
        var version = await author.RegisterAsync(
            new VersionRegistration(model, definition) { AsDraft = !isActive && i % modelCount % DraftEvery == 0 }
        );
        var changes = 1;
        if (i % AssessedEvery == 0)
        {
            var level = _levels[i / AssessedEvery % _levels.Length];
            await author.AssessRiskAsync(
                version.Key,
                RiskFactors.Of(level, level, level, level),
                new RiskContext(),
                "First assessment."
            );
            changes++;
        }

        return isActive ? changes + await ActivateAsync(actors, author, version.Key) : changes;
    }

    private static async Task<int> ActivateAsync(Actors actors, IModelRegistry author, VersionKey key)
    {
        await author.RequestReviewAsync(key, "Please.");
        await actors.Validator.ApproveAsync(key, new ApprovalRequest(RegistryRole.Validator, "T-1"));
        await actors.Operator.TransitionAsync(key, new TransitionRequest(Stage.Staged, "Stage it."));
        await actors.Operator.TransitionAsync(key, new TransitionRequest(Stage.Active, "Go."));
        var aliases = await actors.Operator.ListAliasesAsync(key.Model);
        try
        {
            await actors.Operator.MoveAliasAsync(
                key.Model,
                Alias,
                key.Number,
                aliases.FirstOrDefault(alias => alias.Name == Alias)?.Revision ?? 0,
                "It is the best."
            );
            return 5;
        }
        catch (Exception exception) when (exception is RegistryConflictException or InvalidTransitionException)
        {
            // Another caller activated another version of the model meanwhile.
            return 4;
        }
    }
}
