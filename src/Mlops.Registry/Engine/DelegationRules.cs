using Mlops.Registry.Access;
using Mlops.Registry.Approvals;

namespace Mlops.Registry.Engine;

/// <summary>What may be delegated.</summary>
internal static class DelegationRules
{
    public static void ThrowIfInvalid(
        Principal caller,
        DelegationRequest request,
        DateTimeOffset start,
        DateTimeOffset now
    )
    {
        if (!caller.Holds(request.Role))
        {
            throw new AccessDeniedException(
                RegistryRight.Delegate,
                $"'{caller.Id}' may not delegate {request.Role}: they do not hold it themselves, and a role received is not passed on."
            );
        }

        if (request.To == caller.Id)
        {
            throw new ArgumentException("A role is delegated to somebody else, not to oneself.", nameof(request));
        }

        if (request.End <= start || request.End <= now)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"The delegation ends at {request.End:u}, which is not after its start ({start:u}) and now ({now:u})."
                ),
                nameof(request)
            );
        }

        if (request.End - start > DelegationRequest.MaximumDuration)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"The delegation lasts {(request.End - start).TotalDays:F0} days; at most {DelegationRequest.MaximumDuration.TotalDays:F0} are allowed."
                ),
                nameof(request)
            );
        }
    }
}
