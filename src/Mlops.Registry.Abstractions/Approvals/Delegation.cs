using System.Text.Json.Serialization;

namespace Mlops.Registry.Approvals;

/// <summary>That one person may decide in another's role, for a time.</summary>
/// <param name="Id">Its id: <c>delegation-7</c>.</param>
/// <param name="From">Who gives the role; they must hold it themselves.</param>
/// <param name="To">Who receives it.</param>
/// <param name="Role">The role.</param>
/// <param name="Model">The only model it is for; <see langword="null"/> for all.</param>
/// <param name="Start">From when, in UTC.</param>
/// <param name="End">Until when, exclusive, in UTC.</param>
/// <param name="Reason">Why.</param>
/// <param name="Revocation">That it was taken back; <see langword="null"/> while it stands.</param>
/// <remarks>A role received can't be passed on, and giver and receiver count as one person under separation of duties.</remarks>
public sealed record Delegation(
    string Id,
    string From,
    string To,
    string Role,
    string? Model,
    DateTimeOffset Start,
    DateTimeOffset End,
    string Reason,
    Revocation? Revocation = null
)
{
    /// <summary>The revision of the record, from 1.</summary>
    [JsonIgnore]
    public long Revision { get; init; }

    /// <summary>Whether it holds at a time, for a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="at">The time.</param>
    public bool HoldsFor(string model, DateTimeOffset at) =>
        Revocation is null && at >= Start && at < End && (Model is null || Model == model);
}
