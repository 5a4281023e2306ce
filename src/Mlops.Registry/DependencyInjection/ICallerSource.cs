using Mlops.Registry.Access;

namespace Mlops.Registry.DependencyInjection;

/// <summary>Who calls, in the present scope: implemented by the host, over its HTTP context or its message.</summary>
public interface ICallerSource
{
    /// <summary>The caller.</summary>
    /// <param name="claims">Which claims say who a user is, for hosts that have a <c>ClaimsPrincipal</c>.</param>
    /// <exception cref="AccessDeniedException">Nobody is signed in.</exception>
    Principal GetCaller(ClaimsMapping claims);
}
