using System.Collections.Frozen;
using Mlops.Registry.Access;
using Mlops.Registry.Models;

namespace Mlops.Registry.Stages;

/// <summary>The steps that a version may take, and what each needs.</summary>
/// <remarks>
/// Whatever goes into use, and every review, is judged by the policy. What takes a version out of use is not: the stop switch
/// (<see cref="Stage.Suspended"/>), a rollback and retirement always work. Nothing leaves <see cref="Stage.Retired"/>.
/// </remarks>
public static class StageMachine
{
    // The steps themselves are made first: static members are initialised in the order in which they stand.
    private static readonly StageStep[] Table = [.. All()];

    private static readonly FrozenDictionary<(Stage From, Stage To), StageStep> ByStages = Table.ToFrozenDictionary(
        step => (step.From, step.To)
    );

    /// <summary>All steps, by the stage they leave.</summary>
    public static IReadOnlyList<StageStep> Steps { get; } = Array.AsReadOnly(Table);

    /// <summary>The stages to which a version may go from a stage, in the order of <see cref="Stage"/>.</summary>
    /// <param name="stage">Where it stands.</param>
    public static IReadOnlyList<Stage> Next(Stage stage) =>
        [.. Steps.Where(step => step.From == stage).Select(step => step.To).Order()];

    /// <summary>Whether there is such a step.</summary>
    /// <param name="from">Where a version stands.</param>
    /// <param name="to">Where it is to go.</param>
    public static bool CanMove(Stage from, Stage to) => ByStages.ContainsKey((from, to));

    /// <summary>The step from one stage to another.</summary>
    /// <param name="from">Where a version stands.</param>
    /// <param name="to">Where it is to go.</param>
    /// <returns>The step, with what it needs; <see langword="null"/> when there is none.</returns>
    public static StageStep? Find(Stage from, Stage to) => ByStages.GetValueOrDefault((from, to));

    /// <summary>The step of a version to a stage.</summary>
    /// <param name="version">The version.</param>
    /// <param name="from">Where it stands.</param>
    /// <param name="to">Where it is to go.</param>
    /// <exception cref="InvalidTransitionException">There is no such step; the message says which there are.</exception>
    public static StageStep Require(VersionKey version, Stage from, Stage to) =>
        Find(from, to)
        ?? throw new InvalidTransitionException(
            from,
            to,
            from == to ? $"{version} is {from} already. {Choices(from)}" : $"{Describe(version, from)}, not to {to}."
        );

    /// <summary>Says where a version may go.</summary>
    /// <param name="version">The version.</param>
    /// <param name="stage">Where it stands.</param>
    /// <returns>A sentence without its full stop: <c>credit@7 is Registered: from there it can go to InReview or Retired</c>.</returns>
    public static string Describe(VersionKey version, Stage stage) =>
        Next(stage) is { Count: > 0 } next
            ? $"{version} is {stage}: from there it can go to {Listed(next)}"
            : $"{version} is {stage}: from there it goes nowhere";

    private static string Choices(Stage stage) =>
        Next(stage) is { Count: > 0 } next ? $"It can go to {Listed(next)}." : "From there it goes nowhere.";

    private static string Listed(IReadOnlyList<Stage> stages) =>
        stages.Count == 1 ? $"{stages[0]}" : $"{string.Join(", ", stages.Take(stages.Count - 1))} or {stages[^1]}";

    private static IEnumerable<StageStep> All()
    {
        yield return Move(Stage.Draft, Stage.Registered, RegistryRight.Register);
        yield return Move(Stage.Draft, Stage.Retired, RegistryRight.Register);
        yield return Review(Stage.Registered);
        yield return Retire(Stage.Registered);
        yield return Move(Stage.InReview, Stage.Registered, RegistryRight.RequestReview);
        yield return new(
            Stage.InReview,
            Stage.Approved,
            StageOperation.Approve,
            RegistryRight.Approve,
            IsJudged: true,
            NeedsReason: false,
            NeedsTicket: true
        );
        yield return new(
            Stage.InReview,
            Stage.Rejected,
            StageOperation.Reject,
            RegistryRight.Approve,
            IsJudged: false,
            NeedsReason: true,
            NeedsTicket: true
        );
        yield return Review(Stage.Approved);
        yield return Move(Stage.Approved, Stage.Staged, RegistryRight.Transition, isJudged: true);
        yield return Retire(Stage.Approved);
        yield return Review(Stage.Rejected);
        yield return Retire(Stage.Rejected);
        yield return Review(Stage.Staged);
        yield return Move(Stage.Staged, Stage.Approved, RegistryRight.Transition);
        yield return Activate(Stage.Staged);
        yield return Retire(Stage.Staged);
        yield return Move(Stage.Active, Stage.Suspended, RegistryRight.Suspend);
        yield return RollBack(Stage.Active);
        yield return new(
            Stage.Active,
            Stage.Superseded,
            StageOperation.MakeWay,
            RegistryRight.Transition,
            IsJudged: false,
            NeedsReason: false,
            NeedsTicket: false
        );
        yield return Retire(Stage.Active);
        yield return Review(Stage.Suspended);
        yield return Activate(Stage.Suspended);
        yield return RollBack(Stage.Suspended);
        yield return Retire(Stage.Suspended);
        yield return Review(Stage.RolledBack);
        yield return Retire(Stage.RolledBack);
        yield return Review(Stage.Superseded);
        yield return Activate(Stage.Superseded);
        yield return Retire(Stage.Superseded);
    }

    private static StageStep Move(Stage from, Stage to, RegistryRight right, bool isJudged = false) =>
        new(from, to, StageOperation.Transition, right, isJudged, NeedsReason: true, NeedsTicket: false);

    private static StageStep Activate(Stage from) => Move(from, Stage.Active, RegistryRight.Transition, isJudged: true);

    private static StageStep Retire(Stage from) => Move(from, Stage.Retired, RegistryRight.Transition);

    private static StageStep Review(Stage from) =>
        new(
            from,
            Stage.InReview,
            StageOperation.RequestReview,
            RegistryRight.RequestReview,
            IsJudged: true,
            NeedsReason: true,
            NeedsTicket: false
        );

    private static StageStep RollBack(Stage from) =>
        new(
            from,
            Stage.RolledBack,
            StageOperation.RollBack,
            RegistryRight.RollBack,
            IsJudged: false,
            NeedsReason: true,
            NeedsTicket: false
        );
}
