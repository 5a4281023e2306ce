using System.Text.Json.Serialization;
using Mlops.Registry.Access;

namespace Mlops.Registry.Stages;

/// <summary>A step that a version may take, and what it needs.</summary>
/// <param name="From">The stage it leaves.</param>
/// <param name="To">The stage it goes to.</param>
/// <param name="Operation">By which operation.</param>
/// <param name="Right">The right that it takes.</param>
/// <param name="IsJudged">Whether the model's policy judges it.</param>
/// <param name="NeedsReason">Whether a reason must be given.</param>
/// <param name="NeedsTicket">Whether a ticket of the organisation's own system must be given.</param>
public sealed record StageStep(
    Stage From,
    Stage To,
    StageOperation Operation,
    RegistryRight Right,
    bool IsJudged,
    bool NeedsReason,
    bool NeedsTicket
)
{
    /// <summary>Whether the same step is also a part of a rollback, which takes <see cref="RegistryRight.RollBack"/> instead.</summary>
    [JsonIgnore]
    public bool IsAlsoRollback => From == Stage.Superseded && To == Stage.Active;

    /// <inheritdoc/>
    public override string ToString()
    {
        var needs = new List<string> { $"by {Operation}", $"right {Right}" };
        if (IsAlsoRollback)
        {
            needs.Add($"or by {StageOperation.RollBack}, right {RegistryRight.RollBack}");
        }

        if (IsJudged)
        {
            needs.Add("judged by the policy");
        }

        if (NeedsReason)
        {
            needs.Add("with a reason");
        }

        if (NeedsTicket)
        {
            needs.Add("with a ticket");
        }

        return $"{From} -> {To}: {string.Join(", ", needs)}";
    }
}
