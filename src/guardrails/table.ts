import type { Rule } from "./rule";
import { deliveries as automationDeliveries } from "./table/automation/deliveries";
import { machines as automationMachines } from "./table/automation/machines";
import { spot as automationSpot } from "./table/automation/spot";
import { groups as capacityGroups } from "./table/capacity/groups";
import { providers as capacityProviders } from "./table/capacity/providers";
import { scaling as capacityScaling } from "./table/capacity/scaling";
import { cluster } from "./table/cluster";
import { alarms as detectionAlarms } from "./table/detection/alarms";
import { dashboards as detectionDashboards } from "./table/detection/dashboards";
import { events as detectionEvents } from "./table/detection/events";
import { means as detectionMeans } from "./table/detection/means";
import { encryption } from "./table/encryption";
import { boundaries } from "./table/identity/boundaries";
import { permissions as identityPermissions } from "./table/identity/permissions";
import { pipelines } from "./table/identity/pipelines";
import { runtime as identityRuntime } from "./table/identity/runtime";
import { trust as identityTrust } from "./table/identity/trust";
import { wording as identityWording } from "./table/identity/wording";
import { instance } from "./table/instance";
import { balancers as loadBalancingBalancers } from "./table/load-balancing/balancers";
import { certificates as loadBalancingCertificates } from "./table/load-balancing/certificates";
import { firewall as loadBalancingFirewall } from "./table/load-balancing/firewall";
import { listeners as loadBalancingListeners } from "./table/load-balancing/listeners";
import { targets as loadBalancingTargets } from "./table/load-balancing/targets";
import { logging } from "./table/logging";
import { endpoints as networkEndpoints } from "./table/network/endpoints";
import { exposure as networkExposure } from "./table/network/exposure";
import { networks as networkNetworks } from "./table/network/networks";
import { securityGroups as networkSecurityGroups } from "./table/network/security-groups";
import { notification } from "./table/notification";
import { protection } from "./table/protection";
import { provider } from "./table/provider";
import { scaling } from "./table/scaling";
import { service } from "./table/service";
import { spot } from "./table/spot";
import { bucketAccess as storageBucketAccess } from "./table/storage/bucket-access";
import { buckets as storageBuckets } from "./table/storage/buckets";
import { state as storageState } from "./table/storage/state";
import { tablesAndVolumes as storageTablesAndVolumes } from "./table/storage/tables-and-volumes";
import { systemsManager } from "./table/systems-manager";
import { definition as taskDefinition } from "./table/task/definition";
import { isolation as taskIsolation } from "./table/task/isolation";
import { logs as taskLogs } from "./table/task/logs";
import { secretsAndRoles as taskSecretsAndRoles } from "./table/task/secrets-and-roles";

/** Every rule there is; its wording is in the table of its area. */
export const RULES: readonly Rule[] = [
  ...networkSecurityGroups,
  ...networkNetworks,
  ...networkEndpoints,
  ...networkExposure,
  ...loadBalancingListeners,
  ...loadBalancingCertificates,
  ...loadBalancingTargets,
  ...loadBalancingBalancers,
  ...loadBalancingFirewall,
  ...cluster,
  ...capacityScaling,
  ...capacityProviders,
  ...capacityGroups,
  ...instance,
  ...spot,
  ...automationMachines,
  ...automationSpot,
  ...automationDeliveries,
  ...service,
  ...scaling,
  ...taskIsolation,
  ...taskDefinition,
  ...taskSecretsAndRoles,
  ...taskLogs,
  ...identityPermissions,
  ...identityTrust,
  ...identityRuntime,
  ...identityWording,
  ...pipelines,
  ...boundaries,
  ...encryption,
  ...storageBuckets,
  ...storageBucketAccess,
  ...storageState,
  ...storageTablesAndVolumes,
  ...protection,
  ...logging,
  ...notification,
  ...systemsManager,
  ...detectionMeans,
  ...detectionAlarms,
  ...detectionEvents,
  ...detectionDashboards,
  ...provider,
];
